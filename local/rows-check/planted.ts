import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "../../operations/failure";
import type { ProcessEnvironment, Processes } from "../../operations/process/processes";
import { errorExcerpt } from "../deployment/excerpt";
import type { LocalFolders } from "../project";
import type { Plant } from "./plant";

/** Where a stack's mistake is applied, and what it is made from. */
export interface PlantingOptions {
  readonly processes: Processes;
  /** Of the run that deployed the accounts. */
  readonly folders: LocalFolders;
  /** An empty folder of the mistake's own. */
  readonly folder: string;
  /** Name of the landscape's environment. */
  readonly environmentName: string;
  /** Makes Terraform use the accounts that the mistake is planted in. */
  readonly environment: ProcessEnvironment;
}

/**
 * Makes a mistake in a copy of a stack and applies that, with a copy of the stack's state, so that the run's own folder
 * stays as it is.
 */
export async function plant({ stack, edit }: Plant, options: PlantingOptions): Promise<void> {
  const { processes, folders, folder, environmentName, environment } = options;
  const id = `${environmentName}-${stack}`;
  const copy = join(folder, "cdktf.out", "stacks", id);
  cpSync(join(folders.output, "stacks", id), copy, { recursive: true, verbatimSymlinks: true });
  cpSync(join(folders.states, `${id}.tfstate`), join(folder, "state", `${id}.tfstate`));
  const file = join(copy, "cdk.tf.json");
  writeFileSync(file, edit(readFileSync(file, "utf8")));
  const { status, stdout, stderr } = await processes.run(
    "terraform",
    ["apply", "-auto-approve", "-input=false", "-no-color", "-refresh=false"],
    { cwd: copy, environment },
  );
  if (status !== 0) {
    throw new Failure(
      [`${id} could not be applied with a planted mistake.`, ...errorExcerpt(stdout, stderr)].join("\n"),
    );
  }
}
