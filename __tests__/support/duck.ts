import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { lakeColumns } from "../../model/contract/lake-columns";
import type { Environment } from "../../model/landscape/types";
import { curatedDatabase } from "../../model/names";

/** Columns of a table, and its rows as SQL values. */
export type Rows = Readonly<Record<string, { readonly columns: string; readonly rows: readonly string[] }>>;

/** A SQL engine that understands Athena's dialect well enough, with the empty current-state tables of an environment. */
export async function lakeWith(environment: Environment, tables: Rows): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  for (const source of environment.producers.flatMap(({ sources }) => sources)) {
    await connection.run(`CREATE SCHEMA "${curatedDatabase(source)}"`);
    for (const table of source.tables) {
      const columns = lakeColumns(source, table).map(
        ({ name, curated }) => `"${name}" ${curated.replace("string", "varchar")}`,
      );
      await connection.run(`CREATE TABLE "${curatedDatabase(source)}"."${table.name}" (${columns.join(", ")})`);
    }
  }
  for (const [table, { columns, rows }] of Object.entries(tables)) {
    for (const row of rows) await connection.run(`INSERT INTO ${table} (${columns}) VALUES (${row})`);
  }
  return connection;
}

/** Rows of an answer, each with its values in the order of the columns, as text. */
export async function answer(connection: DuckDBConnection, sql: string): Promise<readonly string[]> {
  const reader = await connection.runAndReadAll(sql);
  return reader
    .getRowsJson()
    .map((row) => row.map((value) => (value === null ? "" : JSON.stringify(value).replaceAll('"', ""))).join(" "));
}
