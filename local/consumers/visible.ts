import type { AccessMatrix, LakeTable } from "../../audit/matrix/types";
import type { ReadingRole } from "./roles";

/** A table as a role finds it in its account's catalog. */
export interface VisibleTable {
  /** Name of the database or of the link to it, in the role's account. */
  readonly database: string;
  readonly table: LakeTable;
  /** Columns in the order of the table, each with the conditions of which a row must meet one; none means all rows. */
  readonly columns: readonly VisibleColumn[];
}

export interface VisibleColumn {
  readonly name: string;
  readonly rows: readonly string[];
}

/** What a role finds in its account's catalog. */
export interface VisibleCatalog {
  /** Databases and links to databases that the role may DESCRIBE. */
  readonly databases: readonly string[];
  /** Tables in them of which the role may read a column. */
  readonly tables: readonly VisibleTable[];
}

/**
 * Works out what a role can name in a query. Athena looks names up in the catalog of the role's account: databases of its
 * own, and resource links to others' databases, which the role must be let DESCRIBE besides what it may SELECT of the target.
 * https://docs.aws.amazon.com/lake-formation/latest/dg/resource-links-about.html
 * @throws Error for a link to a single table, which is not imitated
 */
export function visibleCatalog(matrix: AccessMatrix, role: ReadingRole): VisibleCatalog {
  const described = describedBy(matrix, role);
  const own = new Set(matrix.tables.flatMap(({ catalog, database }) => (catalog === role.account ? [database] : [])));
  const links = matrix.links.filter(({ account }) => account === role.account);
  const single = links.find(({ table }) => table !== undefined);
  if (single !== undefined) throw new Error(`${single.name} of ${role.account} links to a single table: not imitated`);
  const databases = [...own, ...links.map(({ name }) => name)].filter((name) => described.has(name)).toSorted();
  const tables = columnsByTable(role).flatMap(({ table, columns }): readonly VisibleTable[] => {
    const names =
      table.catalog === role.account
        ? [table.database]
        : links.flatMap(({ catalog, database, name }) =>
            catalog === table.catalog && database === table.database ? [name] : [],
          );
    return names.filter((name) => described.has(name)).map((database) => ({ database, table, columns }));
  });
  return { databases, tables };
}

/** Databases and links of the role's account that it may DESCRIBE. */
function describedBy({ cells }: AccessMatrix, { arn, account }: ReadingRole): ReadonlySet<string> {
  return new Set(
    cells.flatMap(({ principal, catalog, database, table, permission, decision }) =>
      principal === arn &&
      catalog === account &&
      database !== undefined &&
      table === undefined &&
      permission === "DESCRIBE" &&
      decision === "allowed"
        ? [database]
        : [],
    ),
  );
}

function columnsByTable({ readings }: ReadingRole): readonly Pick<VisibleTable, "columns" | "table">[] {
  const rows = new Map<LakeTable, Map<string, readonly string[]>>();
  for (const { table, readable, rows: conditions } of readings) {
    const columns = rows.get(table) ?? new Map<string, readonly string[]>();
    rows.set(table, columns);
    for (const column of readable) columns.set(column, conditions);
  }
  return [...rows].flatMap(([table, conditions]) => {
    const columns = table.columns.flatMap(({ name }) => {
      const shown = conditions.get(name);
      return shown === undefined ? [] : [{ name, rows: shown }];
    });
    // Tables that nobody declared have no columns that could be named.
    return columns.length === 0 ? [] : [{ table, columns }];
  });
}
