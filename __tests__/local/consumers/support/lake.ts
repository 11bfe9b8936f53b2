import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { duckDbType } from "../../../../local/engine/athena-to-duckdb";
import { TABLES } from "./matrix";

/** The tables of the small matrix with three clients and two loans, and the sources beside them. */
export async function smallLake(): Promise<DuckDBConnection> {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  await connection.run("ATTACH ':memory:' AS lake");
  await connection.run("ATTACH ':memory:' AS bank");
  await connection.run("CREATE TABLE bank.main.loan AS SELECT 'secret' AS note");
  await connection.run("CREATE SCHEMA bank.lending");
  await connection.run("CREATE TABLE bank.lending.loan AS SELECT 'secret' AS note");
  await connection.run("USE lake");
  for (const { database, name, columns } of TABLES) {
    await connection.run(`CREATE SCHEMA IF NOT EXISTS "${database}"`);
    const declared = columns.map((column) => `"${column.name}" ${duckDbType(column.type)}`);
    await connection.run(`CREATE TABLE "${database}"."${name}" (${declared.join(", ")})`);
  }
  await connection.run("INSERT INTO deposits.client VALUES (1, 'Ada', 1), (2, 'Bo', 2), (3, NULL, 1)");
  await connection.run("INSERT INTO loans.loan VALUES (7, 100.5, '2026-03-01'), (8, 200, '2026-04-02')");
  return connection;
}

export const NOW = "2026-03-31T12:00:00Z";
