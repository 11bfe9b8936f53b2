import type { DuckDBConnection } from "@duckdb/node-api";
import type { AccessMatrix, LakeTable } from "../../audit/matrix/types";
import { quoted } from "../../model/sql/identifiers";
import { isForPeople, type ReadingRole, readingRoles, teamRoles } from "./roles";
import { type Answer, TeamView } from "./team-view";

/** What one role gets for a question that others are asked, too. */
export interface RoleAnswer {
  readonly role: ReadingRole;
  readonly sql: string;
  readonly answer: Answer;
  /** How many rows of the table it sees; nothing when it sees none of the table. */
  readonly seen: string | undefined;
  /** Columns of the table that are not there for it. */
  readonly hidden: readonly string[];
}

/** The same question, asked by several. */
export interface SameQuestion {
  readonly table: LakeTable;
  readonly answers: readonly RoleAnswer[];
  /** In words; empty when whoever may read otherwise gets another answer. */
  readonly findings: readonly string[];
}

/** Enough to see that the answers differ. */
const SAMPLE_ROWS = 2;

/**
 * Asks for the first rows of the table of which the teams see least alike, as a role of the account that owns it and as
 * each team role.
 */
export async function askSameQuestion(
  connection: DuckDBConnection,
  { matrix, now }: { readonly matrix: AccessMatrix; readonly now: string },
): Promise<SameQuestion | undefined> {
  const teams = teamRoles(matrix);
  const table = mostDisputed(matrix, teams);
  if (table === undefined) return undefined;
  const owner = ownerRole(matrix, table);
  const answers: RoleAnswer[] = [];
  for (const role of [...(owner === undefined ? [] : [owner]), ...teams]) {
    answers.push(await ask(connection, matrix, { role, table, now }));
  }
  const views = new Set(answers.map(({ role }) => viewOf(role, table)));
  const different = new Set(answers.map(({ answer, seen, hidden }) => JSON.stringify([answer, seen, hidden])));
  const same = `everybody gets the same of ${table.database}.${table.name}`;
  const nobody = `no role of ${table.catalog} may read ${table.database}.${table.name}: nobody sees the whole`;
  return {
    table,
    answers,
    findings: [...(different.size < Math.min(2, views.size) ? [same] : []), ...(owner === undefined ? [nobody] : [])],
  };
}

/** The table with most different views of it; of several the first by name. */
function mostDisputed(matrix: AccessMatrix, teams: readonly ReadingRole[]): LakeTable | undefined {
  const shared = new Set(teams.flatMap(({ readings }) => readings.map(({ table }) => table)));
  const views = (table: LakeTable): number => new Set(teams.map((team) => viewOf(team, table))).size;
  const filters = (table: LakeTable): number =>
    teams.filter(({ readings }) => readings.some((each) => each.table === table && each.rows.length > 0)).length;
  const rank = (one: LakeTable, other: LakeTable): number =>
    views(other) - views(one) || filters(other) - filters(one) || (one.name < other.name ? -1 : 1);
  return matrix.tables.filter((table) => shared.has(table)).toSorted(rank)[0];
}

/** What a team may read of a table, to be compared. */
const viewOf = ({ readings }: ReadingRole, table: LakeTable): string =>
  JSON.stringify(readings.filter((each) => each.table === table).map(({ readable, rows }) => [readable, rows]));

/**
 * Who sees most in the account that owns a table: people before services, and of those the one that may read the fewest
 * other tables.
 */
function ownerRole(matrix: AccessMatrix, table: LakeTable): ReadingRole | undefined {
  const columns = ({ readings }: ReadingRole): number =>
    readings.filter((each) => each.table === table).reduce((sum, { readable }) => sum + readable.length, 0);
  const rank = (one: ReadingRole, other: ReadingRole): number =>
    Number(isForPeople(other)) - Number(isForPeople(one)) ||
    columns(other) - columns(one) ||
    permissions(matrix, one) - permissions(matrix, other);
  return readingRoles(matrix)
    .filter((role) => role.account === table.catalog && columns(role) > 0)
    .toSorted(rank)[0];
}

const permissions = ({ cells }: AccessMatrix, { arn }: ReadingRole): number =>
  cells.filter(({ principal }) => principal === arn).length;

async function ask(
  connection: DuckDBConnection,
  matrix: AccessMatrix,
  { role, table, now }: { readonly role: ReadingRole; readonly table: LakeTable; readonly now: string },
): Promise<RoleAnswer> {
  const view = await TeamView.open(connection, matrix, role);
  const found = view.visible.tables.find((each) => each.table === table);
  const from = [found?.database ?? table.database, table.name].map(quoted).join(".");
  const sql = `SELECT * FROM ${from} ORDER BY 1 LIMIT ${SAMPLE_ROWS}`;
  const answer = await view.ask({ sql, now });
  const count = await view.ask({ sql: `SELECT count(*) AS found FROM ${from}`, now });
  await view.close();
  const seen = "error" in count ? undefined : (count.rows[0]?.[0] ?? undefined);
  const hidden = table.columns
    .map(({ name }) => name)
    .filter((name) => !found?.columns.some((each) => each.name === name));
  return { role, sql, answer, seen, hidden };
}
