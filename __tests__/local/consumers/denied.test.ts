import type { DuckDBConnection } from "@duckdb/node-api";
import type { AccessMatrix } from "../../../audit/matrix/types";
import { checkDenied, deniedQuestions, TeamView, teamRoles, untried } from "../../../local/consumers";
import { checkView } from "../../../local/consumers/check-denied";
import { NOW, smallLake } from "./support/lake";
import {
  ANALYSTS,
  CLIENT,
  describes,
  FINANCE,
  LOAN,
  link,
  PLANNERS,
  RISK,
  SMALL,
  selects,
  withCells,
} from "./support/matrix";

let connection: DuckDBConnection;
beforeAll(async () => {
  connection = await smallLake();
});
afterAll(() => connection.closeSync());

const roleOf = (matrix: AccessMatrix, arn: string) => {
  const role = teamRoles(matrix).find((each) => each.arn === arn);
  if (role === undefined) throw new Error(`${arn} is no team role`);
  return role;
};

/** What the small matrix denies to a role, asked of a view of another matrix. */
async function against(other: AccessMatrix, arn: string) {
  const view = await TeamView.open(connection, other, roleOf(other, arn));
  return await checkView(connection, view, { matrix: SMALL, role: roleOf(SMALL, arn), now: NOW });
}

const asked = (arn: string) => deniedQuestions(SMALL, roleOf(SMALL, arn)).map(({ sql }) => sql);

describe("what a team may not read", () => {
  it("is asked for column by column, table by table, database by database", () => {
    expect(asked(ANALYSTS)).toEqual([
      'SELECT "client"."full_name" FROM "deposits"."client"',
      'SELECT * FROM "loans_loads"."loan"',
    ]);
    expect(asked(PLANNERS)).toEqual([
      'SELECT "client"."full_name" FROM "deposits"."client"',
      'SELECT * FROM "loans"."loan"',
      'SELECT * FROM "loans_loads"."loan"',
    ]);
  });

  it("is asked for under the names of links", () => {
    const links = [link(RISK, "people", "deposits"), link(RISK, "loans")];
    const matrix = { ...SMALL, links, cells: [...SMALL.cells, describes(ANALYSTS, RISK, "people")] };
    expect(deniedQuestions(matrix, roleOf(matrix, ANALYSTS))).toMatchObject([
      { sql: 'SELECT "client"."full_name" FROM "people"."client"', expected: "COLUMN_NOT_FOUND" },
      { expected: "SCHEMA_NOT_FOUND" },
    ]);
  });

  it("is refused, and its rows are not counted", async () => {
    expect(await checkDenied(connection, { matrix: SMALL, now: NOW })).toEqual({
      tried: { column: 2, database: 2, row: 1, table: 1 },
      findings: [],
    });
  });

  it("is a finding when it is answered: a column", async () => {
    const open = withCells(SMALL, ANALYSTS, [
      describes(ANALYSTS, RISK, "deposits"),
      selects(ANALYSTS, "deposits.client", Object.keys(CLIENT)),
    ]);
    expect((await against(open, ANALYSTS)).findings).toEqual([
      `${RISK}: analysts asks SELECT "client"."full_name" FROM "deposits"."client" and gets an answer of 3 rows, not COLUMN_NOT_FOUND`,
    ]);
  });

  it("is a finding when it is answered: a table, a database, rows", async () => {
    const cells = [
      describes(PLANNERS, FINANCE, "deposits"),
      describes(PLANNERS, FINANCE, "loans"),
      describes(PLANNERS, FINANCE, "loans_loads"),
      selects(PLANNERS, "deposits.client", ["client_id", "district_id"]),
      selects(PLANNERS, "loans.loan", Object.keys(LOAN)),
      selects(PLANNERS, "loans_loads.loan", Object.keys(LOAN)),
    ];
    const links = [...SMALL.links, link(FINANCE, "loans_loads")];
    expect((await against({ ...withCells(SMALL, PLANNERS, cells), links }, PLANNERS)).findings).toEqual([
      `${FINANCE}: planners asks SELECT * FROM "loans"."loan" and gets an answer of 2 rows, not TABLE_NOT_FOUND`,
      `${FINANCE}: planners asks SELECT * FROM "loans_loads"."loan" and gets an answer of 0 rows, not SCHEMA_NOT_FOUND`,
      `${FINANCE}: planners counts 3 rows of deposits.client, of which its filter (district_id IN (1)) shows 2 of 3`,
    ]);
  });

  it("is a finding when it is refused for another reason", async () => {
    const matrix = withCells(SMALL, ANALYSTS, [
      describes(ANALYSTS, RISK, "deposits"),
      selects(ANALYSTS, "deposits.client", ["district_id"]),
    ]);
    const view = await TeamView.open(connection, matrix, roleOf(matrix, ANALYSTS));
    const without = { ...SMALL, links: SMALL.links.filter(({ account }) => account !== RISK) };
    const { findings } = await checkView(connection, view, {
      matrix: without,
      role: roleOf(without, ANALYSTS),
      now: NOW,
    });
    expect(findings[0]).toBe(
      `${RISK}: analysts asks SELECT * FROM "deposits"."client" and gets an answer of 3 rows, not SCHEMA_NOT_FOUND`,
    );
  });

  it("is no proof when there is nothing to try", async () => {
    const everything = SMALL.tables.slice(0, 1);
    const matrix = {
      ...SMALL,
      tables: everything,
      cells: [describes(ANALYSTS, RISK, "deposits"), selects(ANALYSTS, "deposits.client", Object.keys(CLIENT))],
    };
    const { tried, findings } = await checkDenied(connection, { matrix, now: NOW });
    expect(findings).toEqual([]);
    const nothing = "no team role was asked for anything that it may not read: nothing was tried";
    const filters = "no row of the lake lies outside of a team's filter: filters were not tried";
    expect(untried(tried, { filters: true })).toEqual([nothing, filters]);
    expect(untried(tried, { filters: false })).toEqual([nothing]);
    expect(untried({ ...tried, column: 1 }, { filters: true })).toEqual([filters]);
    expect(untried({ ...tried, database: 1, row: 1 }, { filters: true })).toEqual([]);
  });
});
