import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { sameQuestionTable, savedQueryTable } from "../consumers";
import type { LocalFolders } from "../project";
import type { RowsResult } from "../rows/run";

/** What teams get of a bank, as it was reviewed. */
const fileOf = ({ project }: LocalFolders, environment: string, seed: number): string =>
  join(project, "local", "rows-check", "answers", environment, `bank-${seed}.txt`);

/**
 * Compares what everybody gets with what was reviewed; with LAKE_UPDATE_BASELINE=1 it is written anew instead.
 * @returns lines that differ; empty when none does
 */
export function checkAnswers(
  folders: LocalFolders,
  { environment, seed }: { readonly environment: string; readonly seed: number },
  { question, saved }: Pick<RowsResult, "question" | "saved">,
): readonly string[] {
  if (question === undefined || saved.length === 0) return ["nobody was asked"];
  const text = `${savedQueryTable(saved)}\n\n${sameQuestionTable(question)}\n`;
  const file = fileOf(folders, environment, seed);
  if (process.env["LAKE_UPDATE_BASELINE"] === "1") {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  if (!existsSync(file)) return [`${file} is not there: look at what LAKE_UPDATE_BASELINE=1 writes, and commit it`];
  const reviewed = new Set(readFileSync(file, "utf8").split("\n"));
  const got = new Set(text.split("\n"));
  return [
    ...[...got].filter((line) => !reviewed.has(line)).map((line) => `new:      ${line}`),
    ...[...reviewed].filter((line) => !got.has(line)).map((line) => `reviewed: ${line}`),
  ];
}
