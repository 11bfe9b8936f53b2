import type { Environment } from "../../model/landscape/types";
import type { SynthesizedStack } from "../manifest";
import type { Terminal } from "../terminal";
import type { Reach } from "./client";

/** What the commands for HCP Terraform work with. */
export interface Cloud {
  readonly environment: Environment;
  readonly stacks: readonly SynthesizedStack[];
  readonly variables: NodeJS.ProcessEnv;
  readonly terminal: Terminal;
  readonly reach: Reach;
}
