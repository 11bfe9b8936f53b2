import { quoted } from "../../model/sql/identifiers";
import { duckDbColumnType } from "./column-types";
import { CATALOG, currentOf, currentSchema, logOf, logSchema } from "./sql";
import type { BankColumn, BankDatabase, BankTable } from "./types";

/** What a log says about each change, before the row's columns. */
export const LOG_COLUMNS = ["_position BIGINT", "_transaction BIGINT", "_committed TIMESTAMP", "_op VARCHAR"];

/** A column with its type, as DuckDB declares it. */
export const declared = ({ name, type }: BankColumn): string => `${quoted(name)} ${duckDbColumnType(type)}`;

const strict = (column: BankColumn): string => `${declared(column)}${column.nullable ? "" : " NOT NULL"}`;

function createTables(table: BankTable): readonly string[] {
  return [
    `CREATE TABLE ${currentOf(table)} (${table.columns.map(strict).join(", ")})`,
    `CREATE TABLE ${logOf(table)} (${[...LOG_COLUMNS, ...table.columns.map(declared)].join(", ")})`,
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
    ...tables.flatMap(createTables),
  ];
}
