import type { AccessMatrix, LakeTable } from "../../audit/matrix/types";
import { quoted } from "../../model/sql/identifiers";
import { condition } from "./role-catalog";
import type { ReadingRole } from "./roles";
import { type VisibleCatalog, visibleCatalog } from "./visible";

/** What keeps a role from an answer. */
export type Denial = "column" | "database" | "table";

/** A question that a role must not get an answer to. */
export interface DeniedQuestion {
  readonly kind: Denial;
  readonly sql: string;
  /** What Athena's error begins with. */
  readonly expected: string;
}

/** A table of which a role may see some rows. */
export interface FilteredTable {
  readonly table: LakeTable;
  /** How many rows the role gets. */
  readonly asked: string;
  /** The rows that the role may see, in the lake, and all rows. */
  readonly condition: string;
}

const ERROR_OF: Readonly<Record<Denial, string>> = {
  column: "COLUMN_NOT_FOUND",
  database: "SCHEMA_NOT_FOUND",
  table: "TABLE_NOT_FOUND",
};

/**
 * Questions for everything in the lake that a role may not read: each hidden column of tables that it finds, each other
 * table by its name, and one for each database that it does not find.
 */
export function deniedQuestions(matrix: AccessMatrix, role: ReadingRole): readonly DeniedQuestion[] {
  const visible = visibleCatalog(matrix, role);
  const tables = matrix.tables.filter(({ catalog, columns }) => catalog !== role.account && columns.length > 0);
  return tables.flatMap((table): readonly DeniedQuestion[] => {
    const database = nameOf(matrix, role, table);
    const from = [database, table.name].map(quoted).join(".");
    const question = (kind: Denial, what: string): DeniedQuestion => ({
      kind,
      sql: `SELECT ${what} FROM ${from}`,
      expected: ERROR_OF[kind],
    });
    if (!visible.databases.includes(database)) return [question("database", "*")];
    const found = seen(visible, table);
    if (found === undefined) return [question("table", "*")];
    return table.columns
      .filter(({ name }) => !found.columns.some((column) => column.name === name))
      .map(({ name }) => question("column", `${quoted(table.name)}.${quoted(name)}`));
  });
}

/** Tables that filters show a role in part. */
export function filteredTables(matrix: AccessMatrix, role: ReadingRole): readonly FilteredTable[] {
  return visibleCatalog(matrix, role).tables.flatMap(({ database, table, columns }) => {
    if (columns.some(({ rows }) => rows.length === 0)) return [];
    const from = [database, table.name].map(quoted).join(".");
    const conditions = [...new Set(columns.map(({ rows }) => condition(rows)))];
    const asked = `SELECT count(*) AS found FROM ${from}`;
    return [{ table, asked, condition: condition(conditions) }];
  });
}

/** Name of a table's database in the role's account; the owner's name where no link leads to it. */
const nameOf = ({ links }: AccessMatrix, { account }: ReadingRole, { catalog, database }: LakeTable): string =>
  links.find((link) => link.account === account && link.catalog === catalog && link.database === database)?.name ??
  database;

const seen = ({ tables }: VisibleCatalog, { catalog, database, name }: LakeTable) =>
  tables.find(({ table }) => table.catalog === catalog && table.database === database && table.name === name);
