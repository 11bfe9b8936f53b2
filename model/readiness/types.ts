import type { EngineFamily } from "../contract/engine";
import type { TableWaiver, WaivableControl } from "../landscape/waivers";

/** A statement that may run any number of times. */
export interface ReadinessStatement {
  /** What it is for, as a sentence. */
  readonly purpose: string;
  /** `:verifier` stands for what the server stores of the password in the replication user's secret. */
  readonly sql: string;
}

/** A question to the database: a query with one row, and in it one text, for everything that is wrong. */
export interface ReadinessQuestion {
  readonly question: string;
  readonly sql: string;
  /** What to do about an answer. */
  readonly remedy: string;
  /**
   * Who accepts its answers, and to which day.
   * @default - nobody: an answer means that the source is not ready
   */
  readonly waiver?: AcceptedAnswers;
}

/** The waiver of one table's contract, or of a source. */
export interface AcceptedAnswers extends Pick<TableWaiver, "reason" | "owner" | "expires"> {
  readonly control: TableWaiver["control"] | WaivableControl;
  /** `schema.name` of the table, or the name of the source. */
  readonly subject: string;
}

/** All statements and questions of a source, in their order. */
export interface ReadinessPlan {
  readonly family: EngineFamily;
  /** Asked first: an answer means that nothing is changed. */
  readonly before: readonly ReadinessQuestion[];
  readonly statements: readonly ReadinessStatement[];
  /** Asked last. */
  readonly after: readonly ReadinessQuestion[];
}

/** Who runs the server decides who may change its logs. */
export type Operator = "aws" | "bank";
