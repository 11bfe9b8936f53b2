import type { DuckDBConnection } from "@duckdb/node-api";
import { askSameQuestion, sameQuestionTable } from "../../../local/consumers";
import { NOW, smallLake } from "./support/lake";
import {
  ANALYSTS,
  describes,
  LAKE,
  MERGE,
  matrixOf,
  PLANNERS,
  RISK,
  role,
  roleArn,
  SMALL,
  selects,
  withCells,
} from "./support/matrix";

let connection: DuckDBConnection;
beforeAll(async () => {
  connection = await smallLake();
});
afterAll(() => connection.closeSync());

const answersTo = async (matrix: typeof SMALL) => await askSameQuestion(connection, { matrix, now: NOW });

describe("the same question", () => {
  it("is about the table that the teams see most differently, asked in the owner's account, too", async () => {
    const found = await answersTo(SMALL);
    expect(found).toMatchObject({
      table: { database: "deposits", name: "client" },
      answers: [
        { role: { arn: MERGE }, answer: { columns: ["client_id", "full_name", "district_id"] }, seen: "3", hidden: [] },
        {
          role: { arn: ANALYSTS },
          answer: {
            rows: [
              ["1", "1"],
              ["2", "2"],
            ],
          },
          seen: "3",
          hidden: ["full_name"],
        },
        {
          role: { arn: PLANNERS },
          answer: {
            rows: [
              ["1", "1"],
              ["3", "1"],
            ],
          },
          seen: "2",
          hidden: ["full_name"],
        },
      ],
      findings: [],
    });
    const text = found === undefined ? "" : sameQuestionTable(found);
    expect(text).toMatch(/│ taken on by +│ states\.amazonaws\.com: no person +│ Person +│ Person +│/);
    expect(text).toMatch(/│ rows it sees +│ 3 +│ 3 +│ 2 +│/);
    expect(text).toMatch(/│ columns not there +│ none +│ full_name +│ full_name +│/);
  });

  it("shows who gets an error", async () => {
    const cells = [describes(PLANNERS, "555566667777", "loans"), selects(PLANNERS, "loans.loan", ["loan_id"])];
    const found = await answersTo(withCells(SMALL, PLANNERS, cells));
    const planners = found?.answers.find((each) => each.role.arn === PLANNERS);
    expect(planners).toMatchObject({ seen: undefined, hidden: ["client_id", "full_name", "district_id"] });
    expect(found === undefined ? "" : sameQuestionTable(found)).toContain("SCHEMA_NOT_FOUND: line 1:15:");
  });

  it("is asked as a person of the owner's account before a service", async () => {
    const engineers = roleArn(LAKE, "engineers");
    const cells = [describes(engineers, LAKE, "deposits"), selects(engineers, "deposits.client", ["client_id"])];
    const matrix = {
      ...SMALL,
      principals: [...SMALL.principals, role(LAKE, "engineers")],
      cells: [...SMALL.cells, ...cells],
    };
    expect((await answersTo(matrix))?.answers[0]).toMatchObject({ role: { arn: engineers } });
  });

  it("is a finding when everybody gets the same who should not, or nobody of the owner sees the whole", async () => {
    const principals = [role(RISK, "analysts"), role("555566667777", "planners")];
    const cells = [selects(ANALYSTS, "loans.loan", ["loan_id"]), selects(PLANNERS, "loans.loan", ["amount"])];
    const nobody = `no role of ${LAKE} may read loans.loan: nobody sees the whole`;
    // Without links neither finds the database.
    expect((await answersTo(matrixOf({ principals, cells, links: [] })))?.findings).toEqual([
      "everybody gets the same of loans.loan",
      nobody,
    ]);
    const alone = matrixOf({ principals: principals.slice(0, 1), cells: cells.slice(0, 1), links: [] });
    expect((await answersTo(alone))?.findings).toEqual([nobody]);
  });

  it("is none when nobody shares anything", async () => {
    expect(await answersTo(matrixOf({ principals: [], cells: [], links: [] }))).toBeUndefined();
  });
});
