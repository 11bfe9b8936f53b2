import { mayRead, type Reader } from "./evaluate";
import type { Column, Filter, Permissions, Table } from "./types";

/** What a role may read of a table. */
export interface MatrixRow {
  /** Account id. */
  readonly account: string;
  /** Name of the role. */
  readonly role: string;
  /** `<database>.<table>` */
  readonly table: string;
  readonly readable: readonly string[];
  readonly hidden: readonly string[];
  /** Conditions that a row must meet; any of them is enough. None means all rows. */
  readonly rows: readonly string[];
}

const ROLE = /^arn:aws:iam::(\d{12}):role\/(.+)$/;

/** Roles that other accounts' grants or their own account's grants name. */
function readers({ grants }: Permissions): readonly Reader[] {
  const arns = grants.filter(({ permissions }) => permissions.includes("SELECT")).map(({ principal }) => principal);
  return [...new Set(arns)].toSorted().flatMap((roleArn) => {
    const account = ROLE.exec(roleArn)?.[1];
    return account === undefined ? [] : [{ account, roleArn }];
  });
}

const withoutConditions = (permissions: Permissions): Permissions => ({
  ...permissions,
  filters: permissions.filters.map(
    ({ catalog, database, table, name, columns }): Filter => ({ catalog, database, table, name, columns }),
  ),
});

/** Columns of a row of which nothing is known: no condition on it is met. */
function columnsOf(permissions: Permissions, reader: Reader, table: Table): readonly Column[] {
  const unknown = Object.fromEntries(table.columns.map(({ name }) => [name, null]));
  return table.columns.filter((column) => mayRead(permissions, reader, table, column, unknown));
}

/**
 * Who may read what, role by role and table by table, for roles outside the account that owns the table. A table of which
 * a role reads nothing is left out.
 */
export function accessMatrix(permissions: Permissions): readonly MatrixRow[] {
  return readers(permissions).flatMap((reader) =>
    permissions.tables.flatMap((table) => {
      if (table.catalog === reader.account) return [];
      const readable = columnsOf(withoutConditions(permissions), reader, table);
      if (readable.length === 0) return [];
      const always = columnsOf(permissions, reader, table);
      const conditions = permissions.filters
        .filter(({ database, table: name }) => database === table.database && name === table.name)
        .flatMap(({ condition }) => condition ?? []);
      return [
        {
          account: reader.account,
          role: ROLE.exec(reader.roleArn)?.[2] ?? reader.roleArn,
          table: `${table.database}.${table.name}`,
          readable: readable.map(({ name }) => name),
          hidden: table.columns.filter((column) => !readable.includes(column)).map(({ name }) => name),
          rows: always.length === readable.length ? [] : [...new Set(conditions)].toSorted(),
        },
      ];
    }),
  );
}
