import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";

/** A DuckDB of its own. */
export const engine = async (): Promise<DuckDBConnection> =>
  (await DuckDBInstance.create(":memory:", { threads: "2" })).connect();

/** Rows of an answer, each with its values joined. */
export async function lines(connection: DuckDBConnection, sql: string): Promise<readonly string[]> {
  const rows = (await connection.runAndReadAll(sql)).getRowsJson();
  return rows.map((row) => row.map((value) => (typeof value === "string" ? value : JSON.stringify(value))).join(" "));
}
