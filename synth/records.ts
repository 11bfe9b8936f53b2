import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { type Identity, identitiesIn, recordedLines } from "../model/records/identity";
import { ENVIRONMENTS, RECORDS } from "../model/records/paths";

/** What was recorded of a landscape. */
export interface Records {
  /** Environments as they were recorded. */
  readonly environments: readonly Identity[];
  /** Lines of each file by its name below the folder, without suffix: `tables/loans`. */
  readonly files: ReadonlyMap<string, readonly string[]>;
}

const SUFFIX = ".txt";

/** The records of a project; none when there are none yet. */
export function readRecords(project: string): Records {
  const folder = join(project, RECORDS);
  const names = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: "utf8" }) : [];
  const files = new Map(
    names
      .filter((name) => name.endsWith(SUFFIX))
      .toSorted()
      .map((name) => [
        name.slice(0, -SUFFIX.length).split(sep).join("/"),
        readFileSync(join(folder, name), "utf8")
          .split("\n")
          .filter((line) => line !== ""),
      ]),
  );
  return { environments: identitiesIn(files.get(ENVIRONMENTS) ?? []), files };
}

/**
 * What an environment has of the files in one folder of the records.
 * @returns lines with the environment's own values by the name of the file, without folder and suffix
 */
export function recordedIn(
  { files }: Records,
  folder: string,
  identity: Identity,
): ReadonlyMap<string, readonly string[]> {
  return new Map(
    [...files]
      .filter(([name]) => name.startsWith(`${folder}/`))
      .map(([name, lines]) => [name.slice(folder.length + 1), recordedLines(lines, identity)]),
  );
}
