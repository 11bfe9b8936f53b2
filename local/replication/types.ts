import type { BankColumn, BankEngine, BankTable } from "../source-systems/types";
import type { FilterCondition } from "./mappings/filter";
import type { MappingRule } from "./mappings/rules";

/** Folder of a change file, below the table's, by the time of commit in UTC. */
export interface DateFolder {
  readonly sequence: "ddmmyyyy" | "mmyyyydd" | "yyyymm" | "yyyymmdd" | "yyyymmddhh";
  readonly delimiter: "dash" | "none" | "slash" | "underscore";
}

/** Where a task writes to and how: what its target endpoint says, with the defaults of DMS filled in. */
export interface S3Target {
  readonly bucket: string;
  /** Folder before schema and table, without slashes at the ends; may be empty. */
  readonly folder: string;
  readonly kmsKeyArn: string;
  /** Role that writes. */
  readonly writerRoleArn: string;
  /** As named by the endpoint; without a name, the account of the role that DMS writes with. */
  readonly expectedBucketOwner: string;
  readonly compression: "gzip" | "uncompressed";
  readonly parquetVersion: "V1" | "V2";
  /** Whether rows of the full load have the column `Op` too. */
  readonly operationInLoad: boolean;
  /** Name of the text column with the time of commit; nothing: there is no such column. */
  readonly timestampColumn: string | undefined;
  /** Whether rows of the full load carry the time at which the task started, or that of their transfer. */
  readonly taskStartInLoad: boolean;
  /** Whether timestamps keep milliseconds only. */
  readonly milliseconds: boolean;
  readonly dateFolder: DateFolder | undefined;
  /** Seconds after its first change at which a batch ends. */
  readonly batchSeconds: number;
  /** Uncompressed size at which a batch ends earlier, in kilobytes. */
  readonly batchKilobytes: number;
  /** Size of a file of the full load, in kilobytes. */
  readonly loadKilobytes: number;
}

/** Where a task reads from. */
export interface TaskSource {
  readonly engine: BankEngine;
  /** As the endpoint names it; an endpoint of MySQL names none. */
  readonly database: string | undefined;
  /** Whether a column that is added at the source arrives before the next full load. */
  readonly seesAddedColumns: boolean;
  /** Bytes of a large object beyond which the task fails; nothing: the task takes no large objects along. */
  readonly lobBytes: number | undefined;
}

/** A replication task as it is deployed, all settings read and found to be ones that are imitated. */
export interface DeployedTask {
  readonly name: string;
  readonly arn: string;
  readonly source: TaskSource;
  readonly target: S3Target;
  /** In the order in which they are written. */
  readonly rules: readonly MappingRule[];
}

/** A source column that arrives in the lake. */
export interface PlannedColumn {
  readonly source: BankColumn;
  readonly name: string;
  /** DuckDB's name of the type that files hold, for example `USMALLINT` for Parquet's UINT_16. */
  readonly type: string;
  /** What values lose on the way, in words; nothing when they arrive as they are. */
  readonly loses: string | undefined;
  readonly isKey: boolean;
  readonly isLob: boolean;
}

/** A filter over one column: a row meets it when it meets one of its conditions. */
export interface RowFilter {
  /** As the source calls it. */
  readonly column: string;
  readonly kind: "date" | "moment" | "number" | "text";
  readonly isKey: boolean;
  readonly conditions: readonly FilterCondition[];
}

/** What a task makes of one source table. */
export interface PlannedTable {
  readonly source: BankTable;
  readonly bucket: string;
  /** Key of the table's folder, with a slash at its end. */
  readonly prefix: string;
  /** Names of schema and table as the rules make them. */
  readonly schema: string;
  readonly name: string;
  readonly columns: readonly PlannedColumn[];
  /** Source columns that rules leave out. */
  readonly removed: readonly BankColumn[];
  /** What a row must meet, each, to be taken along; none: all rows are. */
  readonly filters: readonly RowFilter[];
  /** Whether the log of the source has deletions with their key alone, where the table itself asks for no more. */
  readonly deletesByKey: boolean;
  /** Names of added text columns with the sequence of changes. */
  readonly sequences: readonly string[];
}

/** What has been written so far. */
export interface Counters {
  readonly files: number;
  readonly rows: number;
  /** Size of the files. */
  readonly bytes: number;
}

/** What a capture wrote. */
export interface Captured extends Counters {
  /** All changes committed up to here, in microseconds, are in files: the log may be forgotten so far. */
  readonly replicatedTo: bigint;
}
