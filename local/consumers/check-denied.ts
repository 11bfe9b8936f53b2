import type { DuckDBConnection } from "@duckdb/node-api";
import type { AccessMatrix } from "../../audit/matrix/types";
import { quoted } from "../../model/sql/identifiers";
import { ask } from "../engine/rows";
import { type Denial, deniedQuestions, type FilteredTable, filteredTables } from "./denied-questions";
import { type ReadingRole, tableName, teamRoles } from "./roles";
import { TeamView } from "./team-view";

/** How many questions of each kind were asked that must not be answered. */
export type Tried = Readonly<Record<Denial | "row", number>>;

export interface DeniedCheck {
  readonly tried: Tried;
  /** In words; empty when everything was refused. */
  readonly findings: readonly string[];
}

/**
 * Asks as each team role for every column, table and database of the lake that it may not read, and counts the rows of
 * tables that a filter shows in part.
 * @param connection its catalog is the lake, with rows
 */
export async function checkDenied(
  connection: DuckDBConnection,
  { matrix, now }: { readonly matrix: AccessMatrix; readonly now: string },
): Promise<DeniedCheck> {
  const checks: DeniedCheck[] = [];
  for (const role of teamRoles(matrix)) {
    const view = await TeamView.open(connection, matrix, role);
    checks.push(await checkView(connection, view, { matrix, role, now }));
    await view.close();
  }
  const sum = (kind: keyof Tried): number => checks.reduce((total, { tried }) => total + tried[kind], 0);
  return {
    tried: { column: sum("column"), database: sum("database"), row: sum("row"), table: sum("table") },
    findings: checks.flatMap(({ findings }) => findings),
  };
}

/** Asks one view for what a matrix denies to a role. */
export async function checkView(
  connection: DuckDBConnection,
  view: TeamView,
  { matrix, role, now }: { readonly matrix: AccessMatrix; readonly role: ReadingRole; readonly now: string },
): Promise<DeniedCheck> {
  const tried: Record<Denial | "row", number> = { column: 0, database: 0, row: 0, table: 0 };
  const findings: string[] = [];
  for (const { kind, sql, expected } of deniedQuestions(matrix, role)) {
    const answer = await view.ask({ sql, now });
    tried[kind] += 1;
    if ("error" in answer && answer.error.startsWith(`${expected}:`)) continue;
    const got = "error" in answer ? answer.error : `an answer of ${answer.rows.length} rows`;
    findings.push(`${who(role)} asks ${sql} and gets ${got}, not ${expected}`);
  }
  for (const filtered of filteredTables(matrix, role)) {
    const { outside, finding } = await checkRows(connection, view, filtered, now);
    tried.row += outside;
    if (finding !== undefined) findings.push(`${who(role)} ${finding}`);
  }
  return { tried, findings };
}

const who = ({ account, name }: ReadingRole): string => `${account}: ${name}`;

/** Compares what a role counts with what the lake holds inside and outside of its filter. */
async function checkRows(
  connection: DuckDBConnection,
  view: TeamView,
  { table, asked, condition }: FilteredTable,
  now: string,
): Promise<{ readonly outside: number; readonly finding?: string }> {
  const from = [table.database, table.name].map(quoted).join(".");
  const counts = `SELECT count(*) FILTER (WHERE ${condition}), count(*) FROM ${from}`;
  const [[inside, all] = []] = (await ask(connection, counts)).rows;
  const answer = await view.ask({ sql: asked, now });
  const got = "error" in answer ? answer.error : answer.rows[0]?.[0];
  const outside = Number(all) - Number(inside);
  if (got === inside) return { outside };
  const finding = `counts ${got} rows of ${tableName(table)}, of which its filter (${condition}) shows ${inside} of ${all}`;
  return { outside, finding };
}

/**
 * A check that tried nothing says nothing.
 * @param filters whether a team sees some rows of a table only
 */
export const untried = ({ row, ...others }: Tried, { filters }: { readonly filters: boolean }): readonly string[] => [
  ...(Object.values(others).every((count) => count === 0)
    ? ["no team role was asked for anything that it may not read: nothing was tried"]
    : []),
  ...(filters && row === 0 ? ["no row of the lake lies outside of a team's filter: filters were not tried"] : []),
];
