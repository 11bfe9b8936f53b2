import type { ParseArgsConfig } from "node:util";
import { EXIT, Failure } from "../../operations/failure";
import type { Values } from "../../operations/options";

/** What goes wrong on request, as it does now and then: by DMS, or by the bank, which adds a column. */
export const TROUBLES = ["late", "duplicates", "restart", "column"] as const;
export type Trouble = (typeof TROUBLES)[number];

/** Which bank, how large, and what goes wrong. */
export interface RowsOptions {
  /** The same seed gives the same bank. */
  readonly seed: number;
  /** Rows that change while they are captured; the bank is as large as fits to that. */
  readonly changes: number;
  readonly trouble: Trouble | undefined;
}

export const ROWS_OPTIONS = {
  seed: { type: "string", default: "1" },
  changes: { type: "string", default: "2000" },
  trouble: { type: "string" },
} satisfies ParseArgsConfig["options"];

const LEAST_CHANGES = 300;
const MOST_CHANGES = 10_000_000;

/** Reads the options; all that is wrong with them in one message. */
export function rowsOptions(values: Values<typeof ROWS_OPTIONS>): RowsOptions {
  const trouble = TROUBLES.find((name) => name === values.trouble);
  const problems = [
    ...(isWhole(values.seed, 0, 2 ** 31 - 1) ? [] : [`--seed ${values.seed}: write a whole number from 0`]),
    ...(isWhole(values.changes, LEAST_CHANGES, MOST_CHANGES)
      ? []
      : [`--changes ${values.changes}: write a number from ${LEAST_CHANGES} to ${MOST_CHANGES}`]),
    ...(values.trouble === trouble ? [] : [`--trouble ${values.trouble}: write ${TROUBLES.join(", ")}`]),
  ];
  if (problems.length > 0) throw new Failure(`${problems.join("\n")}\nSee --help.`, EXIT.unusable);
  return { seed: Number(values.seed), changes: Number(values.changes), trouble };
}

const isWhole = (text: string, least: number, most: number): boolean =>
  /^\d+$/.test(text) && Number(text) >= least && Number(text) <= most;
