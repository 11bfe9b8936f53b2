import type { TableContract } from "../../landscape/types";
import { literal } from "../literals";
import type { AskOf } from "../of-tables";
import { catalogType } from "./catalog-type";
import { IN_KEY, tablesThere } from "./tables";

/**
 * Columns that reach the lake, as `w` with what their contract wants, and as `a` where the table has them. A row of `w` for each
 * column of each table.
 */
function columnsThere(tables: readonly TableContract[]): string {
  const rows = tables.flatMap(({ columns }, number) =>
    Object.entries(columns)
      .filter(([, { classification }]) => classification !== "forbidden")
      .map(([name, { type }]) => {
        const { written, base, most, unlimited } = catalogType(type);
        return `(${[number, literal(name), literal(written), literal(base), most, unlimited].join(", ")})`;
      }),
  );
  return [
    tablesThere(tables),
    `JOIN (VALUES ${rows.join(", ")}) AS w (number, name, written, base, most, unlimited) ON w.number = t.number`,
    "JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attname = w.name AND a.attnum > 0 AND NOT a.attisdropped",
    "CROSS JOIN LATERAL (SELECT format_type(a.atttypid, a.atttypmod) AS written) AS actual",
  ].join(" ");
}

/** Types other than the contract's: DMS reads the database's, and the lake declares what follows from the contract's. */
export const columnTypes: AskOf = (tables) => ({
  question: "Each column has the type of its contract",
  sql: [
    "SELECT concat(named.label, '.', w.name, ' is ', actual.written, ', not ', w.written) AS finding",
    `FROM ${columnsThere(tables)}`,
    "WHERE actual.written <> w.written",
    "AND NOT (format_type(a.atttypid, NULL) = w.base AND COALESCE(NULLIF(a.atttypmod, -1), w.unlimited) <= w.most)",
    "ORDER BY 1",
  ].join(" "),
  remedy: "change the column, or write its type into the contract (docs/types.md says what the lake can hold)",
});

/** PostgreSQL 18 computes virtual columns when they are read: they are in no log. Stored ones are. */
export const generatedColumns: AskOf = (tables) => ({
  question: "No column is computed only when it is read",
  sql: [
    "SELECT concat(named.label, '.', w.name, ' is a virtual generated column, which is not in the log') AS finding",
    `FROM ${columnsThere(tables)} WHERE a.attgenerated = 'v' ORDER BY 1`,
  ].join(" "),
  remedy: "make it STORED, or take it out of the contract's columns as `forbidden` and compute it in the lake",
});

/** Keys that the source takes for one and the lake for two. https://www.postgresql.org/docs/15/collation.html#COLLATION-NONDETERMINISTIC */
export const keyCollation: AskOf = (tables) => ({
  question: "Keys tell texts apart as bytes do",
  sql: [
    "SELECT concat(named.label, '.', a.attname, ' is a key under the collation ', co.collname, ', which takes texts that differ for one; the lake has a row for each') AS finding",
    `FROM ${tablesThere(tables)}`,
    `JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND ${IN_KEY}`,
    "JOIN pg_collation AS co ON co.oid = a.attcollation AND NOT co.collisdeterministic",
    "ORDER BY 1",
  ].join(" "),
  remedy: 'give the column a deterministic collation: ALTER TABLE ... ALTER COLUMN ... TYPE ... COLLATE "C"',
});

/**
 * Values that lie outside of their row: an update that leaves one alone does not log it, and DMS may deliver NULL. With whole old
 * rows the log has it. PostgreSQL makes a TOAST table where a row may become that long.
 * https://www.postgresql.org/docs/15/storage-toast.html
 */
export const largeValues: AskOf = (tables) => ({
  question: "Updates carry values that lie outside of the row",
  sql: [
    "SELECT concat(named.label, ' may keep values outside of its rows, which updates leave out of the log without whole old rows') AS finding",
    `FROM ${tablesThere(tables)} WHERE ${MAY_LIE_OUTSIDE} AND c.relreplident <> 'f'`,
    `AND EXISTS (SELECT FROM (${columnRows(tables)}) AS w (number, name) JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attname = w.name WHERE w.number = t.number AND a.attstorage IN ('x', 'e'))`,
    "ORDER BY 1",
  ].join(" "),
  remedy: "run ALTER TABLE ... REPLICA IDENTITY FULL, which logs whole old rows",
});

/** Whether a table `c` of the catalog has a place for such values. */
export const MAY_LIE_OUTSIDE = "c.reltoastrelid <> 0";

/** Columns outside of the key that reach the lake. */
function columnRows(tables: readonly TableContract[]): string {
  const rows = tables.flatMap(({ columns, primaryKey }, number) =>
    Object.entries(columns)
      .filter(([name, { classification }]) => classification !== "forbidden" && !primaryKey.includes(name))
      .map(([name]) => `(${number}, ${literal(name)})`),
  );
  return `VALUES ${["(-1, '')", ...rows].join(", ")}`;
}
