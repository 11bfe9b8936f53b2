/**
 * Which Parquet types Athena reads as a declared one. Athena names the error HIVE_BAD_DATA and documents no list; this one
 * is what Trino's and Presto's readers agree on: whole numbers of equal or smaller width, decimals of the same scale and
 * no more digits, the rest only as themselves. Unsigned numbers need the next wider signed type; 64 bits have none.
 * Narrowing, and numbers or dates as text, fail or depend on values, so they are refused. Microseconds are read as a
 * bigint as they are (Trino 476), and rounded as a timestamp.
 * https://docs.aws.amazon.com/athena/latest/ug/data-types.html
 * https://trino.io/docs/current/object-storage/file-formats.html
 */

const WHOLE: Readonly<Record<string, number>> = { tinyint: 8, smallint: 16, int: 32, integer: 32, bigint: 64 };

/** Bits that a value of DuckDB's type for a Parquet column needs in a signed number. */
const NEEDS: Readonly<Record<string, number>> = {
  TINYINT: 8,
  SMALLINT: 16,
  INTEGER: 32,
  BIGINT: 64,
  UTINYINT: 16,
  USMALLINT: 32,
  UINTEGER: 64,
};

const AS_THEMSELVES: Readonly<Record<string, readonly string[]>> = {
  boolean: ["BOOLEAN"],
  float: ["FLOAT"],
  double: ["DOUBLE"],
  date: ["DATE"],
  timestamp: ["TIMESTAMP", "TIMESTAMP_MS", "TIMESTAMP_NS", "TIMESTAMP WITH TIME ZONE"],
  string: ["VARCHAR"],
  varchar: ["VARCHAR"],
  char: ["VARCHAR"],
  binary: ["BLOB"],
};

function decimal(type: string): readonly [precision: number, scale: number] | undefined {
  const [, precision, scale] = /^decimal\((\d+)(?:,\s*(\d+))?\)$/i.exec(type) ?? [];
  return precision === undefined ? undefined : [Number(precision), Number(scale ?? 0)];
}

/** What DuckDB calls a column of microseconds. */
const MICROSECONDS = "TIMESTAMP";

/** Whether Athena reads a column of a file as a number of microseconds. */
export const isCounted = (declared: string, found: string): boolean => declared === "bigint" && found === MICROSECONDS;

/** Whether Athena rounds a column of a file to milliseconds. */
export const isRounded = (declared: string, found: string): boolean =>
  declared === "timestamp" && found !== "TIMESTAMP_MS" && readable(declared, found);

/** Whether Athena reads a column of a file, in DuckDB's words, as the catalog's type. */
export function readable(declared: string, found: string): boolean {
  if (isCounted(declared, found)) return true;
  const bits = WHOLE[declared];
  if (bits !== undefined) return (NEEDS[found] ?? Number.POSITIVE_INFINITY) <= bits;
  const [wanted, there] = [decimal(declared), decimal(found)];
  if (wanted !== undefined) return there !== undefined && there[1] === wanted[1] && there[0] <= wanted[0];
  return AS_THEMSELVES[declared.replace(/\(.*/, "")]?.includes(found) ?? false;
}

/** Whether the catalog's type is one that this lake knows. */
export const isKnown = (declared: string): boolean =>
  declared in WHOLE || decimal(declared) !== undefined || declared.replace(/\(.*/, "") in AS_THEMSELVES;
