import { quoted } from "../../model/sql/identifiers";
import type { ReadingRole } from "./roles";
import type { VisibleColumn, VisibleTable } from "./visible";

/** Name of a role's catalog in the engine: roles of two accounts may have the same name. */
export const roleCatalog = ({ account, name }: Pick<ReadingRole, "account" | "name">): string => `${account} ${name}`;

/** Makes a table as a role sees it: no row without a readable value, and NULL where a filter opens other columns only. */
export function viewStatement(catalog: string, lake: string, { database, table, columns }: VisibleTable): string {
  const from = [lake, table.database, table.name].map(quoted).join(".");
  const signatures = new Set(columns.map(({ rows }) => condition(rows)));
  const select = columns.map((column) => expression(column, signatures.size > 1)).join(", ");
  const where = signatures.has("TRUE") ? "" : ` WHERE ${[...signatures].map((each) => `(${each})`).join(" OR ")}`;
  return `CREATE VIEW ${[catalog, database, table.name].map(quoted).join(".")} AS SELECT ${select} FROM ${from}${where}`;
}

/** A condition for rows, in Athena's SQL, which is DuckDB's for what filters may say. */
export function condition(rows: readonly string[]): string {
  const [first = "TRUE", ...others] = rows;
  return others.length === 0 ? first : rows.map((row) => `(${row})`).join(" OR ");
}

/**
 * With several filters of different columns, a cell is shown when one of them opens it.
 * https://docs.aws.amazon.com/lake-formation/latest/dg/data-filtering.html
 */
const expression = ({ name, rows }: VisibleColumn, mixed: boolean): string =>
  mixed && rows.length > 0 ? `CASE WHEN ${condition(rows)} THEN ${quoted(name)} END AS ${quoted(name)}` : quoted(name);
