import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The folder with `cdktf.json`: the CDKTF CLI only works there, and relative state paths start there. */
export function projectFolder(start: string = __dirname): string {
  // The compiled file lies one folder deeper than its source, hence the search upwards.
  for (let folder = start; folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, "cdktf.json"))) return folder;
  }
  throw new Error(`No cdktf.json above ${start}: run this from a checkout of the project.`);
}

/** Folders that the local commands write to. All are below `.local`, which git ignores. */
export interface LocalFolders {
  readonly project: string;
  /** What outlives a run: virtual environment, provider cache, Terraform CLI configuration. */
  readonly local: string;
  /** Of one run alone; every run starts by deleting it. */
  readonly run: string;
  /** Generated stacks. Their local backends write to `state` beside it. */
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
