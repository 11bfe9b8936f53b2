/** Data types of DMS that have no further say. https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Reference.DataTypes.html */
const PARQUET = {
  blob: "BLOB",
  boolean: "BOOLEAN",
  bytes: "BLOB",
  clob: "VARCHAR",
  date: "DATE",
  int1: "TINYINT",
  int2: "SMALLINT",
  int4: "INTEGER",
  int8: "BIGINT",
  nclob: "VARCHAR",
  real4: "FLOAT",
  real8: "DOUBLE",
  string: "VARCHAR",
  uint1: "UTINYINT",
  uint2: "USMALLINT",
  uint4: "UINTEGER",
  uint8: "UBIGINT",
  wstring: "VARCHAR",
} as const;

export type PlainDmsType = keyof typeof PARQUET;

/** A column as DMS holds it between source and target. */
export type DmsType =
  | { readonly kind: PlainDmsType }
  /** `fraction`: digits of a second that the source keeps. */
  | { readonly kind: "datetime"; readonly fraction: number }
  /** `rounds`: the source keeps decimals that this type has no room for. */
  | { readonly kind: "numeric"; readonly precision: number; readonly scale: number; readonly rounds?: true };

/** Whether a name is one of DMS's types without further say. */
export const isPlain = (name: string): name is PlainDmsType => name in PARQUET;

/** Large objects, of which tasks take a limited part along. https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Tasks.LOBSupport.html */
export const isLob = ({ kind }: DmsType): boolean => kind === "blob" || kind === "clob" || kind === "nclob";

const MILLISECOND_DIGITS = 3;

/**
 * What files hold, as DuckDB names it: it writes its unsigned types, `TIMESTAMP_MS` and decimals as the Parquet types
 * that DMS's page lists.
 * https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Target.S3.html#CHAP_Target.S3.DataTypes
 */
export function parquetType(type: DmsType, milliseconds: boolean): string {
  if (type.kind === "numeric") return `DECIMAL(${type.precision},${type.scale})`;
  if (type.kind === "datetime") return milliseconds ? "TIMESTAMP_MS" : "TIMESTAMP";
  return PARQUET[type.kind];
}

/** What values lose when they become this type. */
export function losesOf(type: DmsType, milliseconds: boolean): string | undefined {
  if (type.kind === "datetime" && milliseconds && type.fraction > MILLISECOND_DIGITS)
    return "digits below a millisecond";
  if (type.kind === "numeric" && type.rounds === true) return `decimals after digit ${type.scale}`;
  return undefined;
}
