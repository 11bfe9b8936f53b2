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
