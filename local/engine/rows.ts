import type { DuckDBConnection } from "@duckdb/node-api";

/** A row of an answer, each value as text. */
export type TextRow = readonly (string | null)[];

/** An answer of DuckDB, each value as text; lists and structs as JSON. */
export interface TextAnswer {
  readonly columns: readonly string[];
  readonly rows: readonly TextRow[];
}

/** A row as DuckDB gives it as JSON, each value as text. */
export const toTexts = (row: readonly unknown[]): TextRow =>
  row.map((value) => (typeof value === "string" || value === null ? value : JSON.stringify(value)));

/**
 * Asks DuckDB; the whole answer is kept in memory.
 * @param parameters for `$1` and so on
 */
export async function ask(
  connection: DuckDBConnection,
  sql: string,
  parameters: readonly string[] = [],
): Promise<TextAnswer> {
  const reader = await connection.runAndReadAll(sql, [...parameters]);
  return { columns: reader.columnNames(), rows: reader.getRowsJson().map(toTexts) };
}
