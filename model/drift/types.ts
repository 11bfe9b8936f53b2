/** A table as the crawler catalogued it. */
export interface FoundTable {
  readonly name: string;
  /** `s3://` URL of its folder. */
  readonly location: string;
  /** Columns by the names that Glue gives them, without partition keys. */
  readonly columns: readonly FoundColumn[];
}

export interface FoundColumn {
  readonly name: string;
  /** Hive name, for example `decimal(12,2)`. */
  readonly type: string;
}

/** What differs. */
export type DriftKind =
  | "changed-type"
  | "forbidden-column"
  | "missing-column"
  | "missing-table"
  | "new-column"
  | "several-tables"
  | "unexpected-table";

/** One difference between what the contracts say and what DMS writes, and what to do about it. */
export interface Drift {
  readonly kind: DriftKind;
  readonly source: string;
  readonly table: string;
  readonly column?: string;
  /** What the contract says, in the words of the lake. */
  readonly declared?: string;
  /** What the crawler found. */
  readonly found?: string;
  /** File and place in it that the remedy speaks of. */
  readonly file: string;
  readonly path: string;
  readonly remedy: string;
}
