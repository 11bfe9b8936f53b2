import type { TableContract } from "../landscape/types";

/**
 * A contract in the names that the source has: its table's and its columns'. Statements and rules that speak of the source
 * take it; what the lake is called, the contract itself says.
 */
export function atSource(table: TableContract): TableContract {
  const { columns, primaryKey, onlyRows, changedAt } = table;
  const named = (column: string): string => columns[column]?.nameAtSource ?? column;
  return {
    ...table,
    name: table.nameAtSource ?? table.name,
    primaryKey: primaryKey.map(named),
    columns: Object.fromEntries(Object.entries(columns).map(([name, column]) => [named(name), column])),
    ...(onlyRows === undefined ? {} : { onlyRows: onlyRows.map((row) => ({ ...row, column: named(row.column) })) }),
    ...(changedAt === undefined ? {} : { changedAt: named(changedAt) }),
  };
}

/** `schema.name` of a table at the source. */
export const placeAtSource = ({
  schema,
  name,
  nameAtSource = name,
}: Pick<TableContract, "schema" | "name" | "nameAtSource">): string => `${schema}.${nameAtSource}`;
