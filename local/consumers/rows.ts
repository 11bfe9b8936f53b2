import type { DuckDBConnection } from "@duckdb/node-api";

/** A row whose values are text, as Athena's results have them. */
export type TextRow = readonly (string | null)[];

export const toTexts = (row: readonly unknown[]): TextRow =>
  row.map((value) => (typeof value === "string" || value === null ? value : JSON.stringify(value)));

/** All rows of a statement. */
export async function textRows(
  connection: DuckDBConnection,
  sql: string,
  parameters: readonly string[] = [],
): Promise<readonly TextRow[]> {
  const reader = await connection.runAndReadAll(sql, [...parameters]);
  return reader.getRowsJson().map(toTexts);
}
