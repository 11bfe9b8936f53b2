import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { EXIT, Failure, systemCode } from "../../failure";
import type { RecordedCommand } from "../commands/names";
import { Journal } from "./journal";

/** The record of one run: its journal, and a folder of logs and plans per stack. */
export interface Run {
  /** Begins with the time in UTC, so that names sort by age. */
  readonly name: string;
  readonly folder: string;
  readonly journal: Journal;
}

const JOURNAL = "journal.jsonl";

const runIn = (folder: string, name: string): Run => ({
  name,
  folder: join(folder, name),
  journal: new Journal(join(folder, name, JOURNAL)),
});

/** Makes the record of a new run. Plans may hold secrets: nobody else may read it. */
export function newRun(folder: string, command: RecordedCommand, now: Date = new Date()): Run {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const time = now.toISOString().replace(/[-:]|\.\d+/g, "");
  for (let count = 1; ; count += 1) {
    const name = `${time}-${command}${count === 1 ? "" : `-${count}`}`;
    try {
      mkdirSync(join(folder, name), { mode: 0o700 });
      return runIn(folder, name);
    } catch (error) {
      if (systemCode(error) !== "EEXIST") throw error;
    }
  }
}

/** All runs, oldest first. */
export function allRuns(folder: string): readonly Run[] {
  const names = existsSync(folder) ? readdirSync(folder).toSorted() : [];
  return names.filter((name) => existsSync(join(folder, name, JOURNAL))).map((name) => runIn(folder, name));
}

/**
 * The run of that name; the last one of the command when no name is given.
 * @throws Failure when there is none
 */
export function findRun(folder: string, command: RecordedCommand, name: string | undefined): Run {
  const candidates = allRuns(folder).filter((run) =>
    run.journal.read().some((entry) => entry.kind === "begin" && entry.command === command),
  );
  const found = name === undefined ? candidates.at(-1) : candidates.find((run) => run.name === name);
  if (found !== undefined) return found;
  const names = candidates.map((run) => run.name).join(", ");
  throw new Failure(
    name === undefined
      ? `There is no run of \`${command}\` in ${folder}.`
      : `There is no run ${name} of \`${command}\` in ${folder}. There is: ${names || "none"}.`,
    EXIT.unusable,
  );
}

/** Folder for a stack's logs and plan in a run. */
export function stackFolder(run: Run, stack: string): string {
  const folder = join(run.folder, stack);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}
