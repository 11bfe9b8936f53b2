import { quoted } from "../../model/sql/identifiers";
import { duckDbColumnType } from "./column-types";
import { CATALOG, currentOf, currentSchema, logOf, logSchema } from "./sql";
import type { BankColumn, BankDatabase, BankEngine, BankTable } from "./types";

/** What a log says about each change, before the row's columns. */
export const LOG_COLUMNS = ["_position BIGINT", "_transaction BIGINT", "_committed TIMESTAMP", "_op VARCHAR"];

/** A column with its type, as DuckDB declares it. */
export const declared = (engine: BankEngine, column: BankColumn): string =>
  `${quoted(column.name)} ${duckDbColumnType(engine, column)}`;

function createTables(engine: BankEngine, table: BankTable): readonly string[] {
  const all = table.columns.map((column) => declared(engine, column));
  const strict = all.map((column, index) => (table.columns[index]?.nullable === true ? column : `${column} NOT NULL`));
  return [
    `CREATE TABLE ${currentOf(table)} (${strict.join(", ")})`,
    `CREATE TABLE ${logOf(table)} (${[...LOG_COLUMNS, ...all].join(", ")})`,
  ];
}

/**
 * Statements that create the systems' tables and logs. Keys are no constraints: a key that is deleted and inserted in
 * one commit would offend an index of DuckDB; `checks` finds keys that are there twice.
 */
export function createStatements(databases: readonly BankDatabase[]): readonly string[] {
  const tables = databases.flatMap((database) => database.tables);
  const schemas = new Set(tables.flatMap((table) => [currentSchema(table), logSchema(table)]));
  return [
    ...[...schemas].map((schema) => `CREATE SCHEMA ${CATALOG}.${quoted(schema)}`),
    ...databases.flatMap(({ engine, tables: own }) => own.flatMap((table) => createTables(engine, table))),
  ];
}
