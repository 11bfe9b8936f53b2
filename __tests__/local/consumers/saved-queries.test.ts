import { createServer, type Server } from "node:http";
import { AthenaClient } from "@aws-sdk/client-athena";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { IdentityFact } from "../../../audit/facts/types";
import { policyFromText } from "../../../audit/policy/parse";
import { runSavedQueries, type SavedQuery, savedQueries, savedQueryTable, unasked } from "../../../local/consumers";
import { exampleValues } from "../../../local/consumers/example-values";
import { workgroupUsers } from "../../../local/consumers/workgroup-users";
import { NOW, smallLake } from "./support/lake";
import { ANALYSTS, PLANNERS, RISK, roleArn, SMALL } from "./support/matrix";

const REGION = "eu-central-1";
const CAUSE = { stack: "", file: "", address: "", pointer: "", says: "" };
const identity = (arn: string, resource: string, effect = "Allow"): IdentityFact => ({
  arn,
  account: arn.split(":")[4] ?? "",
  kind: "role",
  name: arn,
  declared: true,
  policies: [
    policyFromText(JSON.stringify({ Statement: [{ Effect: effect, Action: "athena:*", Resource: resource }] }), CAUSE),
  ],
  cause: CAUSE,
});
const workgroupArn = (account: string, name: string) => `arn:aws:athena:${REGION}:${account}:workgroup/${name}`;

describe("who may use a workgroup", () => {
  const where = { region: REGION, account: RISK, workgroup: "w" };
  it("are roles whose policies let them start a query there", () => {
    const roles = [
      identity(roleArn(RISK, "one"), workgroupArn(RISK, "w")),
      identity(roleArn(RISK, "other"), workgroupArn(RISK, "other")),
      identity(roleArn(RISK, "denied"), workgroupArn(RISK, "w"), "Deny"),
    ];
    expect(workgroupUsers(roles, where).map(({ arn }) => arn)).toEqual([roleArn(RISK, "one")]);
  });
});

describe("examples of a prepared statement", () => {
  it.each([
    [
      "SELECT ? + x -- why?\nWHERE a = ? AND b = '?'",
      "SELECT 10 + x -- why?\nWHERE a = 'it''s, so' AND b = '?'",
      ["10", "'it''s, so'"],
    ],
    ["SELECT 1", "SELECT 1", []],
    ["SELECT ?", "SELECT 1 FROM t", undefined],
    ["SELECT ? FROM t", "SELECT 1 FROM u", undefined],
  ])("are what the saved text has in their place: %s", (statement, filled, expected) => {
    expect(exampleValues(statement, filled)).toEqual(expected);
  });
});

describe("saved queries", () => {
  const answers: Readonly<Record<string, unknown>> = {
    ListWorkGroups: { WorkGroups: [{ Name: "w" }] },
    ListNamedQueries: { NamedQueryIds: ["id-1"] },
    GetNamedQuery: { NamedQuery: { Name: "q", Database: "loans", QueryString: "SELECT 1" } },
    ListPreparedStatements: { PreparedStatements: [{ StatementName: "q" }, { StatementName: "alone" }] },
    GetPreparedStatement: { PreparedStatement: { QueryStatement: "SELECT ?" } },
  };
  let server: Server;
  beforeAll(async () => {
    server = createServer((request, response) => {
      const [, call = ""] = String(request.headers["x-amz-target"]).split(".");
      response.end(JSON.stringify(answers[call]));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  });
  afterAll(() => server.close());

  it("are read from all workgroups, prepared statements with the examples of the query of that name", async () => {
    const address = server.address();
    const port = typeof address === "object" ? address?.port : undefined;
    const credentials = { accessKeyId: "test", secretAccessKey: "test" };
    const client = new AthenaClient({ region: REGION, endpoint: `http://127.0.0.1:${port}`, credentials });
    const where = { account: RISK, workgroup: "w" };
    expect(await savedQueries(RISK, client)).toEqual([
      { ...where, name: "alone", kind: "prepared", database: undefined, sql: "SELECT ?", parameters: undefined },
      { ...where, name: "q", kind: "prepared", database: undefined, sql: "SELECT ?", parameters: ["1"] },
      { ...where, name: "q", kind: "saved", database: "loans", sql: "SELECT 1", parameters: [] },
    ]);
    client.destroy();
  });
});

const query = (sql: string, more: Partial<SavedQuery> = {}): SavedQuery => ({
  account: RISK,
  workgroup: "w",
  name: "q",
  kind: "saved",
  database: "loans",
  sql,
  parameters: [],
  ...more,
});

describe("running saved queries", () => {
  let connection: DuckDBConnection;
  beforeAll(async () => {
    connection = await smallLake();
  });
  afterAll(() => connection.closeSync());

  const identities = [identity(ANALYSTS, workgroupArn(RISK, "w")), identity(PLANNERS, workgroupArn(RISK, "w"))];
  const run = (queries: readonly SavedQuery[]) =>
    runSavedQueries(connection, { matrix: SMALL, queries, identities, region: REGION, now: NOW });

  it("asks each as the role of its account that may use its workgroup", async () => {
    const found = await run([
      query("SELECT * FROM loan"),
      query("SELECT * FROM loans.loan WHERE amount > ?", {
        kind: "prepared",
        database: undefined,
        parameters: ["150"],
      }),
    ]);
    expect(found).toMatchObject({
      runs: [
        { role: "analysts", answer: { columns: ["loan_id", "amount", "due_on"] } },
        { role: "analysts", answer: { rows: [["8", "200.00", "2026-04-02"]] } },
      ],
      findings: [],
    });
    expect(savedQueryTable(found.runs)).toMatch(/analysts +│ w +│ q +│ saved +│ 2 /);
  });

  it.each([
    [
      "fails",
      query("SELECT full_name FROM deposits.client"),
      `${RISK}: saved query q of workgroup w fails as analysts: COLUMN_NOT_FOUND: line 1:8: Column 'full_name' cannot be resolved or requester is not authorized to access requested resources`,
    ],
    [
      "can be asked by nobody",
      query("SELECT 1", { workgroup: "other" }),
      `${RISK}: saved query q of workgroup other can be asked by no team role: none may start queries in its workgroup`,
    ],
    [
      "is another than the saved one",
      query("SELECT ?", { kind: "prepared", parameters: undefined }),
      `${RISK}: prepared query q of workgroup w is not the saved query of that name with values left out`,
    ],
  ])("finds one that %s", async (_, bad, finding) => {
    expect((await run([query("SELECT * FROM loan"), bad])).findings).toEqual([finding]);
  });

  it("are no proof when none has a row of a bank that has some for them, or when there is none", async () => {
    const { runs } = await run([query("SELECT * FROM loan WHERE loan_id < 0")]);
    expect(unasked(runs, { rows: true })).toEqual(["no saved query answered with a row"]);
    expect(unasked(runs, { rows: false })).toEqual([]);
    expect(unasked((await run([query("SELECT * FROM loan")])).runs, { rows: true })).toEqual([]);
    expect(unasked([], { rows: false })).toEqual(["no saved query was asked: nothing was tried"]);
  });
});
