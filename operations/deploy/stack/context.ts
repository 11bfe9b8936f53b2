import type { Scene } from "../../diagnosis/trouble";
import type { ProcessEnvironment, Processes } from "../../process/processes";
import type { Event } from "../../terraform/events";
import type { Step } from "../order/steps";
import type { Run } from "../record/runs";

/** What it takes to work on one stack in one run. */
export interface StackContext {
  readonly step: Step;
  readonly run: Run;
  readonly processes: Processes;
  readonly environment: ProcessEnvironment;
  /** Folder of the stack's logs and plan. */
  readonly logs: string;
  /** How long Terraform waits for a lock that somebody else holds, for example `20s`. */
  readonly lockTimeout: string;
  readonly onEvent: (event: Event) => void;
  /** Says something about the stack that people should read. */
  readonly note: (line: string) => void;
}

/** Where a trouble of this stack happens. */
export const sceneOf = ({ step }: StackContext): Scene => ({
  stack: step.id,
  account: step.account,
  folder: step.folder,
});
