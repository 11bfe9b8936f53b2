import { join } from "node:path";
import { countResourcesIn } from "../../operations/state-file";
import { type Outcome, outcomeOf } from "../check/tally";
import { type Bench, startOver } from "../faults/bench";

/** Deploys a stack with the CDKTF CLI, as whoever deploys account by account does, to accounts that are empty. */
export async function tryCdktf(bench: Bench, stack: string): Promise<Outcome> {
  const { processes, folders, environment } = await startOver(bench);
  const { status, stdout, stderr } = await processes.run(
    join(folders.project, "node_modules", ".bin", "cdktf"),
    [
      "deploy",
      stack,
      "--auto-approve",
      "--skip-synth",
      // Locking asks the registry even where a mirror has the provider, and nobody keeps the lock file of a trial.
      "--skip-provider-lock",
      // The bootstrap that the stack names is the administrator's.
      "--ignore-missing-stack-dependencies",
      "--no-color",
      `--output=${folders.output}`,
    ],
    { cwd: folders.project, environment },
  );
  const name = "cdktf deploy deploys a stack";
  if (status !== 0)
    return outcomeOf(name, [`it ended with ${status}`, ...`${stdout}\n${stderr}`.split("\n").slice(-12)]);
  const resources = countResourcesIn(join(folders.states, `${stack}.tfstate`)) ?? 0;
  return outcomeOf(name, resources > 0 ? [] : [`${stack} has nothing in its state`]);
}
