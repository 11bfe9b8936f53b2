import { quoted } from "../../../model/sql/identifiers";
import type { PlannedColumn } from "../types";

/** An SQL expression for the value that a file holds, over one for the value at the source. */
export function writtenValue({ type }: PlannedColumn, value: string): string {
  // DMS leaves out what is below a millisecond; a cast of DuckDB would round.
  if (type === "TIMESTAMP_MS") return `CAST(date_trunc('milliseconds', CAST(${value} AS TIMESTAMP)) AS TIMESTAMP_MS)`;
  return `CAST(${value} AS ${type})`;
}

/** The same under the column's name in the lake. */
export const namedValue = (column: PlannedColumn, value: string): string =>
  `${writtenValue(column, value)} AS ${quoted(column.name)}`;
