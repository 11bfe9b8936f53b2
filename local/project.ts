import { join } from "node:path";
import { projectFolder } from "../operations/project";

/** Folders that the local commands write to. All are below `.local`, which git ignores. */
export interface LocalFolders {
  readonly project: string;
  /** What outlives a run: virtual environment, provider cache, Terraform CLI configuration. */
  readonly local: string;
  /** Of one run alone; every run starts by deleting it. */
  readonly run: string;
  /** Generated stacks. Their states lie in `states`, whatever backend the landscape says. */
  readonly output: string;
  readonly states: string;
  readonly logs: string;
}

/** `run` names the command, so that two different commands do not disturb each other. */
export function localFolders(run: string, project: string = projectFolder()): LocalFolders {
  const folder = join(project, ".local", run);
  return {
    project,
    local: join(project, ".local"),
    run: folder,
    output: join(folder, "cdktf.out"),
    states: join(folder, "state"),
    logs: join(folder, "logs"),
  };
}
