import { currentOf, logOf, quoted } from "./sql";
import type { BankTable } from "./types";

/**
 * Statements that bring a table's current rows up to date with its log from a position on. Of each key's changes the
 * last in the log counts, whatever its time.
 */
export function bringUpStatements(table: BankTable, from: number): readonly string[] {
  const keys = table.primaryKey.map(quoted);
  const columns = table.columns.map(({ name }) => quoted(name)).join(", ");
  const matches = keys.map((key) => `it.${key} = last.${key}`).join(" AND ");
  return [
    `CREATE OR REPLACE TEMP TABLE _last AS SELECT ${keys.join(", ")}, max(_position) AS _position
     FROM ${logOf(table)} WHERE _position >= ${from} GROUP BY ${keys.join(", ")}`,
    `DELETE FROM ${currentOf(table)} it USING _last last WHERE ${matches}`,
    `INSERT INTO ${currentOf(table)} (${columns}) SELECT ${columns} FROM ${logOf(table)} log
     WHERE _position >= ${from} AND _op <> 'D' AND _position IN (SELECT _position FROM _last) ORDER BY _position`,
  ];
}
