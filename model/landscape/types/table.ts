import type { Classification } from "../../contract/classification";
import type { FilterOperator } from "../../contract/filter-operator";
import type { TableWaiver } from "../waivers";

/** A table as the source promises to deliver it. */
export interface TableContract {
  /** Schema (PostgreSQL) or database (MySQL) of the table at the source. */
  readonly schema: string;
  /** Lower-case name in the lake, unique within the source. */
  readonly name: string;
  /**
   * Name at the source, letter by letter, where the lake needs another: for a second table of a name, or one in capitals.
   * @default - `name`
   */
  readonly nameAtSource?: string;
  /** What one row is. */
  readonly description: string;
  /** Columns that identify a row and never change. */
  readonly primaryKey: readonly string[];
  /** By column name, in the order of the table. */
  readonly columns: Readonly<Record<string, ColumnContract>>;
  /**
   * Only rows that meet every condition reach the lake. Conditions name columns of the key, or `immutable` ones.
   * @default - all rows
   */
  readonly onlyRows?: readonly RowCondition[];
  /**
   * Column with the moment of a row's last change. Reconciliation then leaves out rows that changed in the last day.
   * @default - all rows are compared, those in between source and lake included
   */
  readonly changedAt?: string;
  /**
   * How the files of the current-state table are divided. The fields may make no more than 100 partitions together.
   * @default - not at all
   */
  readonly partitionedBy?: readonly PartitionField[];
  /**
   * Columns that have left the contract, with the classification they had: the next deployment removes each from the
   * current-state table. Remove the entry once that has happened everywhere: docs/tables.md.
   * @default - none
   */
  readonly droppedColumns?: Readonly<Record<string, LakeClassification>>;
  /**
   * What readiness may find of the table, because nothing can be done about it at the source: docs/sources.md.
   * @default - nothing
   */
  readonly waivers?: readonly TableWaiver[];
  /**
   * Environments that have it: it waits until the mark is removed, which promotes it to the others (docs/environments.md).
   * @default - every environment
   */
  readonly onlyIn?: readonly string[];
  /**
   * Environments that have a setting of the table; the others have the table as if the setting were not written.
   * @default - the settings hold wherever the table is
   */
  readonly settingsOnlyIn?: HeldSettings;
}

/** Settings of a table that can be held back, each with the environments that have it. */
export interface HeldSettings {
  readonly onlyRows?: readonly string[];
  readonly changedAt?: readonly string[];
  readonly partitionedBy?: readonly string[];
  readonly droppedColumns?: readonly string[];
  readonly waivers?: readonly string[];
}

/** Classification of a column that reached the lake. */
export type LakeClassification = Exclude<Classification, "forbidden">;

/** One field of a partition: a number of buckets of a column, its year, or the value itself where there are few. */
export type PartitionField =
  | { readonly transform: "bucket"; readonly column: string; readonly buckets: number }
  | { readonly transform: "year" | "identity"; readonly column: string };

/** A condition that DMS evaluates at the source. */
export interface RowCondition {
  readonly column: string;
  readonly operator: FilterOperator;
  /** Number, text or date, as text. */
  readonly value: string;
}

/** A column as the source promises to deliver it. */
export interface ColumnContract {
  /** Type in the words of the source's engine, for example `decimal(12,2)` or `timestamptz`. */
  readonly type: string;
  readonly classification: Classification;
  /** What the value means. */
  readonly description: string;
  /**
   * The value of a row never changes after its insertion, as a column of the key promises anyway: `onlyRows` may then name
   * the column. Readiness asks whether the database itself changes it, by ON UPDATE CURRENT_TIMESTAMP or a foreign key;
   * reconciliation finds what applications and triggers change.
   * @default - it may change
   */
  readonly immutable?: true;
  /**
   * Spelling at the source, where that has capitals: DMS compares names letter by letter.
   * @default - the column's name
   */
  readonly nameAtSource?: string;
  /**
   * Environments that have it: it waits until the mark is removed, which promotes it to the others (docs/environments.md).
   * @default - every environment
   */
  readonly onlyIn?: readonly string[];
}
