import { join } from "node:path";
import type { Environment } from "../../model/landscape/types";
import { reviewedReaders } from "../../operations/records";
import type { Terminal } from "../../operations/terminal";
import { sameQuestionTable, savedQueryTable } from "../consumers";
import type { LocalFolders } from "../project";
import { BANK_NAMES, bankKind } from "../rows/bank-order";
import { shown } from "../rows/clock";
import type { Arrival } from "../rows/course";
import type { RowsOptions } from "../rows/options";
import { type RowsResult, runRows } from "../rows/run";
import { MEANINGS, STEPS, type StepResult } from "../rows/steps";
import { comparisonTable } from "../rows/tables";

/** Findings that are shown of a step; more of them say little. */
const MOST_FINDINGS = 12;

/** Where to send rows, and where to print. */
export interface ShowRowsProps {
  readonly terminal: Terminal;
  readonly folders: LocalFolders;
  readonly environment: Environment;
  readonly endpoint: string;
  readonly options: RowsOptions;
}

/** Sends rows through the accounts and prints what becomes of them. */
export async function showRows({
  terminal,
  folders,
  environment,
  endpoint,
  options,
}: ShowRowsProps): Promise<RowsResult> {
  const { seed, changes, trouble } = options;
  const wrong = trouble === undefined ? "" : `, trouble: ${trouble}`;
  terminal.heading(`\n${BANK_NAMES[bankKind(environment)]} (seed ${seed}, ${changes} changes${wrong})`);
  const result = await runRows({
    ...options,
    environment,
    endpoint,
    folder: join(folders.run, "rows"),
    readers: reviewedReaders(folders.project, environment),
    onArrival: (arrival) => terminal.detail(arrivalLine(arrival)),
    onStep: (step) => stepLines(step).forEach(terminal.detail),
  });
  const red = result.steps.at(-1);
  const looked = new Set(result.steps.map(({ step }) => step));
  STEPS.filter((step) => !looked.has(step)).forEach((step) => terminal.detail(`-      ${step}: not looked at`));
  if (result.comparison !== undefined) {
    terminal.heading("\nSources and current-state tables");
    terminal.print(comparisonTable(result.comparison));
  }
  if (result.saved.length > 0) {
    terminal.heading("\nSaved queries, asked by the roles that may use their workgroups");
    terminal.print(savedQueryTable(result.saved));
  }
  if (result.question !== undefined) {
    terminal.heading("\nThe same question, asked by different people");
    terminal.print(sameQuestionTable(result.question));
  }
  if (red !== undefined && red.findings.length > 0)
    terminal.print(`\nThe rows got no further than step "${red.step}".`);
  return result;
}

/** One line for what came at a moment. */
function arrivalLine({ time, transactions, changes, files, runs }: Arrival): string {
  const merged = runs.map(({ machine, status }) => `${machine} ${status === "SUCCEEDED" ? "merged" : "failed"}`);
  return `${shown(time)}  ${transactions} commits, ${changes} rows changed, ${files} files; ${merged.join(", ")}`;
}

/** A line for the step, and one for each of its first findings. */
function stepLines({ step, findings }: StepResult): readonly string[] {
  if (findings.length === 0) return [`ok     ${step}: ${MEANINGS[step]}`];
  const more = findings.length - MOST_FINDINGS;
  return [
    `WRONG  ${step}: not true that ${MEANINGS[step]}`,
    ...findings.slice(0, MOST_FINDINGS).map((finding) => `         ${finding}`),
    ...(more > 0 ? [`         and ${more} more`] : []),
  ];
}
