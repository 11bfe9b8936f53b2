import { copyFileSync, existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostic } from "../../terraform/diagnostics";
import type { StackContext } from "../stack/context";
import { terraform } from "../stack/terraform";

/** Terraform's name for a state that it could not save. */
export const ERRORED_STATE = "errored.tfstate";

/**
 * Saves the state that an earlier apply could not. Terraform refuses one that is older than what is there, or another
 * stack's, or cut off.
 */
export async function pushErroredState(context: StackContext): Promise<readonly Diagnostic[]> {
  const { step, logs, lockTimeout, note } = context;
  const file = join(step.folder, ERRORED_STATE);
  if (!existsSync(file)) return [];
  const { errors } = await terraform(context, "state-push", [
    "state",
    "push",
    `-lock-timeout=${lockTimeout}`,
    ERRORED_STATE,
  ]);
  if (errors.length > 0) return errors.map((error) => ({ ...error, summary: `${ERRORED_STATE}: ${error.summary}` }));
  copyFileSync(file, join(logs, ERRORED_STATE));
  rmSync(file);
  note(`saved the state that an earlier run had to leave in ${file}`);
  return [];
}
