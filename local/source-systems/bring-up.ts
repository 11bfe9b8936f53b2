import { quoted } from "../../model/sql/identifiers";
import { currentOf, logOf } from "./sql";
import type { BankTable } from "./types";

/**
 * Statements that bring a table's current rows up to date with its log from a position on. Of each key's changes the
 * last in the log counts, whatever its time.
 */
export function bringUpStatements(table: BankTable, from: number): readonly string[] {
  const keys = table.primaryKey.map(quoted);
  const columns = table.columns.map(({ name }) => quoted(name)).join(", ");
  const matches = keys.map((key) => `it.${key} = changed.${key}`).join(" AND ");
  const since = `FROM ${logOf(table)} WHERE _position >= ${from}`;
  return [
    `DELETE FROM ${currentOf(table)} it USING (SELECT DISTINCT ${keys.join(", ")} ${since}) changed WHERE ${matches}`,
    `INSERT INTO ${currentOf(table)} (${columns}) SELECT ${columns} ${since} AND _op <> 'D'
     AND _position IN (SELECT max(_position) ${since} GROUP BY ${keys.join(", ")}) ORDER BY _position`,
  ];
}
