import type { DuckDBConnection } from "@duckdb/node-api";
import { type Question, readingRoles, TeamView } from "../../../local/consumers";
import { NOW, smallLake } from "./support/lake";
import { ANALYSTS, describes, FINANCE, PLANNERS, RISK, SMALL, selects, withCells } from "./support/matrix";

let connection: DuckDBConnection;
beforeAll(async () => {
  connection = await smallLake();
});
afterAll(() => connection.closeSync());

const open = async (arn: string, matrix = SMALL): Promise<TeamView> => {
  const role = readingRoles(matrix).find((each) => each.arn === arn);
  if (role === undefined) throw new Error(`${arn} reads nothing`);
  return await TeamView.open(connection, matrix, role);
};
const ask = async (arn: string, sql: string, more: Partial<Question> = {}, matrix = SMALL) =>
  await (await open(arn, matrix)).ask({ sql, now: NOW, ...more });
const unresolved = (where: string, column: string) => ({
  error: `COLUMN_NOT_FOUND: ${where}: Column '${column}' cannot be resolved or requester is not authorized to access requested resources`,
});

describe("a team's view of the lake", () => {
  it("has the columns that the role may read, as text", async () => {
    expect(await ask(ANALYSTS, "SELECT * FROM deposits.client ORDER BY client_id")).toEqual({
      columns: ["client_id", "district_id"],
      rows: [
        ["1", "1"],
        ["2", "2"],
        ["3", "1"],
      ],
      more: false,
    });
    expect(await ask(ANALYSTS, "SELECT amount, due_on FROM loans.loan ORDER BY 1 LIMIT 1")).toMatchObject({
      rows: [["100.50", "2026-03-01"]],
    });
  });

  it("knows no hidden column, and says so in Athena's words", async () => {
    expect(await ask(ANALYSTS, "SELECT full_name FROM deposits.client")).toEqual(unresolved("line 1:8", "full_name"));
    const sql = "SELECT 'é' AS a\nFROM deposits.client AS c\nWHERE c.Full_Name IS NULL";
    expect(await ask(ANALYSTS, sql)).toEqual(unresolved("line 3:7", "c.full_name"));
    expect(await ask(ANALYSTS, "SELECT d.client_id FROM deposits.client AS c")).toEqual(
      unresolved("line 1:8", "d.client_id"),
    );
  });

  it("knows no table that is not shared", async () => {
    expect(await ask(PLANNERS, "SELECT 1 FROM loans.loan")).toEqual({
      error: "TABLE_NOT_FOUND: line 1:15: Table 'awsdatacatalog.loans.loan' does not exist",
    });
  });

  it("knows no database without a link, or with one that the role may not describe", async () => {
    const missing = { error: "SCHEMA_NOT_FOUND: line 1:15: Schema 'loans' does not exist" };
    const links = SMALL.links.filter(({ name }) => name !== "loans");
    expect(await ask(ANALYSTS, "SELECT 1 FROM loans.loan", {}, { ...SMALL, links })).toEqual(missing);
    const cells = SMALL.cells.filter(({ catalog, database }) => catalog !== RISK || database !== "loans");
    expect(await ask(ANALYSTS, "SELECT 1 FROM loans.loan", {}, { ...SMALL, cells })).toEqual(missing);
  });

  it("has the rows that a filter shows", async () => {
    expect(await ask(PLANNERS, "SELECT client_id FROM deposits.client ORDER BY 1")).toMatchObject({
      rows: [["1"], ["3"]],
    });
  });

  it("shows a cell when one of several filters opens it, and a row when it has such a cell", async () => {
    const matrix = withCells(SMALL, PLANNERS, [
      describes(PLANNERS, FINANCE, "deposits"),
      selects(PLANNERS, "deposits.client", ["client_id"], ["district_id = 1"]),
      selects(PLANNERS, "deposits.client", ["full_name"], ["client_id = 1", "client_id = 2"]),
    ]);
    expect(await ask(PLANNERS, "SELECT * FROM deposits.client ORDER BY 1, 2", {}, matrix)).toMatchObject({
      columns: ["client_id", "full_name"],
      rows: [
        ["1", "Ada"],
        ["3", null],
        [null, "Bo"],
      ],
    });
  });

  it("follows grants that change", async () => {
    const sql = "SELECT count(*) FROM deposits.client";
    expect(await ask(PLANNERS, sql)).toMatchObject({ rows: [["2"]] });
    const revoked = withCells(SMALL, PLANNERS, [selects(PLANNERS, "loans.loan", ["loan_id"])]);
    expect(await ask(PLANNERS, sql, {}, revoked)).toMatchObject({
      error: "SCHEMA_NOT_FOUND: line 1:22: Schema 'deposits' does not exist",
    });
    expect(await ask(PLANNERS, sql)).toMatchObject({ rows: [["2"]] });
  });
});

describe("a question", () => {
  it("runs at the simulated time with its parameters, and with Athena's functions", async () => {
    const sql =
      "SELECT loan_id, regexp_like('ab', 'b') AS b FROM loans.loan WHERE due_on > current_date AND amount > ?";
    expect(await ask(ANALYSTS, sql, { parameters: ["10"] })).toMatchObject({ rows: [["8", "true"]] });
    expect(await ask(ANALYSTS, sql)).toEqual({
      error: "INVALID_PARAMETER_USAGE: Incorrect number of parameters: expected 1 but found 0",
    });
  });

  it("may leave out the database, or name Athena's catalog", async () => {
    const two = { rows: [["2"]] };
    expect(await ask(ANALYSTS, "SELECT count(*) FROM loan", { database: "loans" })).toMatchObject(two);
    expect(await ask(ANALYSTS, "SELECT count(*) FROM loan")).toMatchObject({
      error: "MISSING_SCHEMA_NAME: line 1:22: Schema must be specified when session schema is not set",
    });
    const joined =
      'SELECT count(*) FROM "AwsDataCatalog"."loans"."loan" a JOIN awsdatacatalog.loans.loan b USING (loan_id)';
    expect(await ask(ANALYSTS, joined)).toMatchObject(two);
  });

  it("may call a common table expression as a table is called", async () => {
    const sql = "WITH loan AS (SELECT * FROM loans.loan), one AS (SELECT * FROM loan LIMIT 1) SELECT count(*) FROM one";
    expect(await ask(ANALYSTS, sql)).toMatchObject({ rows: [["1"]] });
    const own = "WITH loan AS (SELECT * FROM loan) SELECT count(*) FROM loan";
    expect(await ask(ANALYSTS, own)).toMatchObject({
      error: "MISSING_SCHEMA_NAME: line 1:29: Schema must be specified when session schema is not set",
    });
    const recursive =
      "WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n WHERE i < 3) SELECT max(i) FROM n";
    expect(await ask(ANALYSTS, recursive)).toMatchObject({ rows: [["3"]] });
  });

  it.each([
    ["SELECT * FROM lake.loans.loan", "CATALOG_NOT_FOUND: line 1:15: Catalog 'lake' does not exist"],
    ["SELECT * FROM bank.lending.loan", "CATALOG_NOT_FOUND: line 1:15: Catalog 'bank' does not exist"],
    ["SELECT * FROM bank.loan", "SCHEMA_NOT_FOUND: line 1:15: Schema 'bank' does not exist"],
    [
      "SELECT 1 WHERE EXISTS (SELECT 1 FROM lake.loans.loan)",
      "CATALOG_NOT_FOUND: line 1:38: Catalog 'lake' does not exist",
    ],
    ["SELECT (SELECT 1 FROM loans_loads.loan)", "SCHEMA_NOT_FOUND: line 1:23: Schema 'loans_loads' does not exist"],
    [
      `SELECT * FROM "${FINANCE} planners".deposits.client`,
      `CATALOG_NOT_FOUND: line 1:15: Catalog '${FINANCE} planners' does not exist`,
    ],
    [
      "SELECT * FROM query_table('lake.loans.loan')",
      "FUNCTION_NOT_FOUND: line 1:15: Table function 'query_table' not registered",
    ],
    [
      "SELECT * FROM read_csv('/etc/passwd')",
      "FUNCTION_NOT_FOUND: line 1:15: Table function 'read_csv' not registered",
    ],
    [
      "SELECT * FROM '/etc/passwd'",
      "MISSING_SCHEMA_NAME: line 1:15: Schema must be specified when session schema is not set",
    ],
    [
      "SELECT * FROM (DESCRIBE lake.loans.loan)",
      "FUNCTION_NOT_FOUND: line 1:1: Table function 'show_ref' not registered",
    ],
    ["SELECT lake.main.secret()", "FUNCTION_NOT_FOUND: line 1:8: Table function 'secret' not registered"],
    ["DROP TABLE loans.loan", "NOT_SUPPORTED: only SELECT is asked as a role"],
    ["SELECT 1; SELECT 2", "Only one sql statement is allowed."],
    ["SELEC 1", 'SYNTAX_ERROR: line 1:1: syntax error at or near "SELEC"'],
    ["SELECT nope(1)", "GENERIC_USER_ERROR: Catalog Error: Scalar Function with name nope does not exist!"],
  ])("stays in the role's catalog: %s", async (sql, error) => {
    await connection.run(
      "CREATE OR REPLACE MACRO lake.main.secret() AS (SELECT max(full_name) FROM lake.deposits.client)",
    );
    await open(PLANNERS);
    expect(await ask(ANALYSTS, sql)).toEqual({ error });
  });

  it("leaves the connection as it was, whether it is answered or not", async () => {
    const where = async () => {
      const sql = "SELECT current_catalog(), current_schema(), (SELECT count(*) FROM loans.loan)::INT";
      return (await connection.runAndReadAll(sql)).getRowsJson();
    };
    const before = await where();
    expect(before).toEqual([["lake", "main", 2]]);
    const view = await open(ANALYSTS);
    await view.ask({ sql: "SELECT full_name FROM deposits.client", now: NOW });
    await view.ask({ sql: "SELECT * FROM range(5)", now: NOW });
    await view.ask({ sql: "SELECT * FROM loan", now: NOW, database: "loans" });
    await view.close();
    expect(await where()).toEqual(before);
    const attached = await connection.runAndReadAll("SELECT database_name FROM duckdb_databases()");
    expect(attached.getRowsJson().flat()).not.toContain(`${RISK} analysts`);
  });

  it("is answered with one page of rows", async () => {
    await connection.run("INSERT INTO loans.loan SELECT 100 + i, 1, DATE '2026-01-01' FROM range(1000) AS t(i)");
    const answer = await ask(ANALYSTS, "SELECT loan_id FROM loans.loan");
    await connection.run("DELETE FROM loans.loan WHERE loan_id >= 100");
    expect(answer).toMatchObject({ more: true });
    expect("rows" in answer ? answer.rows.length : 0).toBe(1000);
  });
});
