import type { ProcessEnvironment } from "../../process/processes";
import { definedVariables } from "../../process/variables";

/** What would make every stack share one data folder or workspace, or add arguments to Terraform that nobody sees. */
const HARMFUL = /^TF_(?:CLI_ARGS|DATA_DIR$|WORKSPACE$|IN_AUTOMATION$|INPUT$)|^CDKTF_/;

/**
 * The caller's environment for Terraform: credentials, profile and proxy as they are.
 * @returns also the names of the variables that were left out although they have a value
 */
export function deployEnvironment(environment: NodeJS.ProcessEnv): {
  readonly environment: ProcessEnvironment;
  readonly dropped: readonly string[];
} {
  const entries = Object.entries(definedVariables(environment));
  const dropped = entries.filter(([name]) => /^TF_(?:CLI_ARGS|DATA_DIR$|WORKSPACE$)/.test(name)).map(([name]) => name);
  return {
    environment: {
      ...Object.fromEntries(entries.filter(([name]) => !HARMFUL.test(name))),
      TF_IN_AUTOMATION: "true",
      // A missing variable shall fail, not wait for an answer that nobody gives.
      TF_INPUT: "false",
      CHECKPOINT_DISABLE: "1",
    },
    dropped,
  };
}
