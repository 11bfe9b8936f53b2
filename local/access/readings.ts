import type { AccessMatrix, LakeTable, Principal } from "../../audit/matrix/types";

/** Columns of a table of which a role may read the same rows. */
export interface Reading {
  readonly role: Principal;
  readonly table: LakeTable;
  /** In the order of the table. */
  readonly readable: readonly string[];
  /** The table's other columns. */
  readonly hidden: readonly string[];
  /** Conditions of which a row must meet one; none means all rows. */
  readonly rows: readonly string[];
}

/** What roles may SELECT for certain, of tables whose columns are known, in the order of the matrix. */
export function readings({ cells, principals, tables }: AccessMatrix): readonly Reading[] {
  const roles = new Map(principals.flatMap((each) => (each.kind === "role" ? [[each.id, each] as const] : [])));
  const known = new Map(tables.map((table) => [[table.catalog, table.database, table.name].join("."), table] as const));
  return cells.flatMap(
    ({ principal, catalog, database, table: name, permission, columns: readable, rows, decision }) => {
      const role = roles.get(principal);
      const table = known.get([catalog, database, name].join("."));
      if (role === undefined || table === undefined || permission !== "SELECT" || decision !== "allowed") return [];
      const hidden = table.columns.map((column) => column.name).filter((column) => !readable.includes(column));
      return [{ role, table, readable, hidden, rows }];
    },
  );
}
