import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ANSWERS, answersFile, leftAnswers } from "../../operations/update/answers";
import { sameQuestionTable, savedQueryTable } from "../consumers";
import type { RowsResult } from "../rows/run";

/**
 * Compares what everybody gets with what was reviewed. Where it differs, what everybody got is left for `npm run update`.
 * @returns lines that differ; empty when none does
 */
export function checkAnswers(
  project: string,
  { environment, seed }: { readonly environment: string; readonly seed: number },
  { question, saved }: Pick<RowsResult, "question" | "saved">,
): readonly string[] {
  if (question === undefined || saved.length === 0) return ["nobody was asked"];
  const text = `${savedQueryTable(saved)}\n\n${sameQuestionTable(question)}\n`;
  const name = answersFile(environment, seed);
  const reviewed = join(project, ANSWERS, name);
  const left = join(leftAnswers(project), name);
  const before = existsSync(reviewed) ? readFileSync(reviewed, "utf8") : "";
  if (before === text) {
    rmSync(left, { force: true });
    return [];
  }
  mkdirSync(leftAnswers(project), { recursive: true });
  writeFileSync(left, text);
  return [...differences(before, text), `${ANSWERS}/${name}: \`npm run update\` records what is new; review it then`];
}

function differences(before: string, after: string): readonly string[] {
  const [reviewed, got] = [new Set(before.split("\n")), new Set(after.split("\n"))];
  return [
    ...[...got].filter((line) => !reviewed.has(line)).map((line) => `new:      ${line}`),
    ...[...reviewed].filter((line) => !got.has(line)).map((line) => `reviewed: ${line}`),
  ];
}
