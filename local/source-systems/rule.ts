/** Something that holds in sound data. */
export interface Rule {
  /** What is wrong where it does not hold, in words. */
  readonly problem: string;
  /** Query for what offends it: one text column `what` that names the row. */
  readonly offenders: string;
}
