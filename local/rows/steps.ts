/** What the rows go through, in this order; a step that finds something wrong is the last one. */
export const STEPS = ["bank", "replication", "catalog", "merge", "rows", "readers", "questions"] as const;
export type Step = (typeof STEPS)[number];

/** What each step shows when it finds nothing. */
export const MEANINGS: Readonly<Record<Step, string>> = {
  bank: "the bank's own books add up",
  replication: "the deployed tasks carry loads and changes into the raw buckets",
  catalog: "the files hold what the catalog declares, where it declares it",
  merge: "the deployed state machines bring every table up to date",
  rows: "every current-state table is equal to its source, row by row",
  readers: "the accounts let exactly those read whom the reviewed files name",
  questions: "each team is answered, and refused, as its grants say",
};

/** Outcome of a step. */
export interface StepResult {
  readonly step: Step;
  /** What is wrong, in sentences; empty when nothing is. */
  readonly findings: readonly string[];
}

/** The step that found something, if any did. */
export const redStep = (results: readonly StepResult[]): StepResult | undefined =>
  results.find(({ findings }) => findings.length > 0);
