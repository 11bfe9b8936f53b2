import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { RECORDS } from "../../model/records/paths";
import type { Texts } from "./files";

/** What teams are answered, as it was reviewed. */
export const ANSWERS = `${RECORDS}/answers`;

/** Where a run that was answered otherwise leaves what it got; git ignores the folder. */
export const leftAnswers = (project: string): string => join(project, ".local", "answers");

/** Name of the file for one bank in one environment. */
export const answersFile = (environment: string, seed: number): string => `${environment}-bank-${seed}.txt`;

/**
 * Answers as they should be recorded: those that runs have left, else those that are recorded. Only rows that go through
 * the accounts give answers, so that an update cannot make them itself.
 * @param environments names of those that exist
 */
export function answerRecords(project: string, environments: readonly string[]): Texts {
  const texts = new Map<string, string>();
  for (const folder of [join(project, ANSWERS), leftAnswers(project)]) {
    for (const name of existsSync(folder) ? readdirSync(folder) : []) {
      const known = environments.some((environment) => name.startsWith(`${environment}-`));
      if (known) texts.set(`${ANSWERS}/${name}`, readFileSync(join(folder, name), "utf8"));
    }
  }
  return texts;
}

/** Forgets what runs have left, once it is recorded. */
export const forgetAnswers = (project: string): void => rmSync(leftAnswers(project), { recursive: true, force: true });
