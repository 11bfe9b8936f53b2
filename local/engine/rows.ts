import type { DuckDBConnection } from "@duckdb/node-api";

/** A row of an answer, each value as text. */
export type TextRow = readonly (string | null)[];

/** An answer of DuckDB, each value as text; lists and structs as JSON. */
export interface TextAnswer {
  readonly columns: readonly string[];
  readonly rows: readonly TextRow[];
}

/** Asks DuckDB; the whole answer is kept in memory. */
export async function ask(connection: DuckDBConnection, sql: string): Promise<TextAnswer> {
  const reader = await connection.runAndReadAll(sql);
  const rows = reader
    .getRowsJson()
    .map((row) => row.map((value) => (typeof value === "string" || value === null ? value : JSON.stringify(value))));
  return { columns: reader.columnNames(), rows };
}
