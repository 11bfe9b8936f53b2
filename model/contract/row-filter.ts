import type { TableContract } from "../landscape/types";

/**
 * Whether a delete must carry the whole old row: PostgreSQL logs only the key of a deleted row, and a filter on any other
 * column then loses the delete.
 * https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Source.PostgreSQL.html#CHAP_Source.PostgreSQL.Limitations
 */
export function needsFullReplicaIdentity(table: TableContract): boolean {
  return (table.onlyRows ?? []).some(({ column }) => !table.primaryKey.includes(column));
}

/** Names of some columns of a table. */
export type ColumnsOf = (table: TableContract) => readonly string[];

/** Tables that have such columns. */
export const having = (tables: readonly TableContract[], columnsOf: ColumnsOf): readonly TableContract[] =>
  tables.filter((table) => columnsOf(table).length > 0);

/** Columns that the contract says never change: those that it calls `immutable`, and those of row conditions. */
export const constantColumns: ColumnsOf = ({ columns, onlyRows = [] }) => [
  ...new Set([
    ...Object.entries(columns).flatMap(([name, { immutable }]) => (immutable === true ? [name] : [])),
    ...onlyRows.map(({ column }) => column),
  ]),
];

/** Columns outside of the key whose values a row condition compares for equality: of texts, databases do that in more than one way. */
export const comparedColumns: ColumnsOf = ({ primaryKey, onlyRows = [] }) => [
  ...new Set(
    onlyRows
      .filter(({ column, operator }) => ["eq", "noteq"].includes(operator) && !primaryKey.includes(column))
      .map(({ column }) => column),
  ),
];
