import type { PlannedTable } from "../../replication/types";

/** A source table and the current-state table that it becomes. */
export interface Pair {
  readonly plan: PlannedTable;
  /** Rows of the source that must be in the lake, in SQL. */
  readonly rows: string;
  readonly database: string;
  readonly table: string;
  readonly columns: readonly ComparedColumn[];
}

/** A column on both sides, with SQL over the sides' aliases `s` and `l`. */
export interface ComparedColumn {
  /** As the lake calls it. */
  readonly name: string;
  readonly isKey: boolean;
  /** The source's value as it must arrive. */
  readonly expected: string;
  /** The lake's value in the source's type. */
  readonly arrived: string;
  /** Whether they differ, be it that one does not fit into the other's type. */
  readonly differs: string;
}

/** What became of one source table. */
export interface TableComparison {
  /** `schema.table` at the source */
  readonly source: string;
  /** `database.table` in the lake; nothing when no table was found for it. */
  readonly current: string | undefined;
  readonly sourceRows: number;
  readonly lakeRows: number;
  /** In words, with examples; none: every row and column is the same. */
  readonly differences: readonly string[];
  /** Columns that do not leave the source. */
  readonly leftAtSource: readonly string[];
  /** Columns that arrive with less than they were, in words: `updated_at: digits below a millisecond`. */
  readonly losses: readonly string[];
}

/** All tables compared. */
export interface Comparison {
  readonly tables: readonly TableComparison[];
  /** All differences, and tables on either side that have no counterpart. */
  readonly differences: readonly string[];
}
