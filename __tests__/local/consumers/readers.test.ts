import { matrixLines } from "../../../audit/matrix/lines";
import { statementsOf } from "../../../audit/matrix/reader-statements";
import type { AccessMatrix } from "../../../audit/matrix/types";
import { checkReaders } from "../../../local/consumers";
import type { Reviewed } from "../../../operations/records";
import { cleanMatrix } from "../../audit/support/planted";
import { ANALYSTS, cell, describes, RISK, role, SMALL, selects, withCells } from "./support/matrix";

let reviewed: Reviewed;
beforeEach(() => review(SMALL));

const review = (matrix: AccessMatrix): void => {
  reviewed = {
    folder: "readers",
    accounts: new Map(
      [...matrixLines(matrix)].flatMap(([account, lines]) =>
        account === "others" ? [] : [[account, { file: `readers/${account}.txt`, lines }] as const],
      ),
    ),
  };
};
const file = () => `readers/${RISK}.txt`;
const analysts = (columns: readonly string[], rows: readonly string[] = []) =>
  withCells(SMALL, ANALYSTS, [
    describes(ANALYSTS, RISK, "deposits"),
    describes(ANALYSTS, RISK, "loans"),
    selects(ANALYSTS, "deposits.client", columns, rows),
    selects(ANALYSTS, "loans.loan", ["loan_id", "amount", "due_on"]),
  ]);

const taken = (conditions: readonly string[]) => ({
  ...SMALL,
  principals: SMALL.principals.map((each) =>
    each.id === ANALYSTS ? { ...each, assumedBy: [{ principal: "somebody", conditions, causes: [] }] } : each,
  ),
});

describe("readers", () => {
  it("are those that were reviewed", () => {
    expect(checkReaders(SMALL, reviewed)).toEqual([]);
  });

  it("are understood in every line that a whole landscape gives", () => {
    const statements = [...matrixLines(cleanMatrix).values()].flatMap(statementsOf);
    const [permissions, ways] = [true, false].map((kind) => statements.filter(({ permission }) => permission === kind));
    expect(permissions?.length).toBeGreaterThan(200);
    expect(
      permissions?.filter(
        ({ what, extent }) => !/^[A-Z_]+ \S+$/.test(what) || /[()]/.test(extent.replace(/IN \([\d, ]+\)/, "")),
      ),
    ).toEqual([]);
    expect(
      ways?.filter(({ what }) => !/^(taken on by|administer|decrypt|delete|encrypt|list|read|write)\b/.test(what)),
    ).toEqual([]);
  });

  it("show a column too many, and one too few", () => {
    expect(checkReaders(analysts(["client_id", "full_name"]), reviewed)).toEqual([
      `${RISK}: analysts may SELECT 111122223333.deposits.client (full_name), which ${file()} does not say`,
      `${RISK}: analysts may SELECT 111122223333.deposits.client (district_id), says ${file()}, but not the account`,
    ]);
  });

  it("show a filter that is gone", () => {
    review(analysts(["client_id"], ["district_id = 1"]));
    expect(checkReaders(analysts(["client_id"]), reviewed)).toEqual([
      `${RISK}: analysts may SELECT 111122223333.deposits.client (client_id), which ${file()} does not say`,
      `${RISK}: analysts may SELECT 111122223333.deposits.client (client_id) where district_id = 1, says ${file()}, but not the account`,
    ]);
  });

  it("show a permission that may be handed on", () => {
    const cells = [
      ...SMALL.cells,
      cell({
        principal: ANALYSTS,
        permission: "SELECT",
        database: "loans",
        table: "*",
        columns: ["*"],
        grantable: true,
      }),
    ];
    expect(checkReaders({ ...SMALL, cells }, reviewed)).toEqual([
      `${RISK}: analysts may SELECT 111122223333.loans.* (*), to hand on, which ${file()} does not say`,
    ]);
  });

  it("show a role that nobody reviewed, in an account that nobody reviewed", () => {
    const stranger = role("999999999999", "stranger", "somebody");
    const principals = [...SMALL.principals, stranger];
    const cells = [...SMALL.cells, selects(stranger.id, "loans.loan", ["amount"])];
    const missing = "readers/999999999999.txt";
    expect(checkReaders({ ...SMALL, principals, cells }, reviewed)).toEqual([
      `999999999999: stranger taken on by somebody, which ${missing} does not say`,
      `999999999999: stranger may SELECT 111122223333.loans.loan (amount), which ${missing} does not say`,
    ]);
  });

  it("show that somebody else may take a role on, whatever the order of conditions", () => {
    review(taken(["b", "a"]));
    expect(checkReaders(taken(["a", "b"]), reviewed)).toEqual([]);
    expect(checkReaders(taken(["a"]), reviewed)).toEqual([
      `${RISK}: analysts taken on by somebody when a, which ${file()} does not say`,
      `${RISK}: analysts taken on by somebody when a; b, says ${file()}, but not the account`,
    ]);
  });

  it("do not need to be makers of databases, whom accounts do not report", () => {
    const made = cell({ principal: ANALYSTS, permission: "CREATOR", catalog: RISK, database: "default" });
    review({ ...SMALL, cells: [...SMALL.cells, made] });
    expect(checkReaders(SMALL, reviewed)).toEqual([]);
  });

  it("are nobody who belongs to no account", () => {
    const everybody = {
      ...role("", "IAM_ALLOWED_PRINCIPALS"),
      id: "IAM_ALLOWED_PRINCIPALS",
      kind: "iam-allowed-principals" as const,
    };
    const { account: _, ...principal } = everybody;
    const cells = [...SMALL.cells, selects("IAM_ALLOWED_PRINCIPALS", "loans.loan", ["amount"])];
    expect(checkReaders({ ...SMALL, cells, principals: [...SMALL.principals, principal] }, reviewed)).toEqual([
      "IAM_ALLOWED_PRINCIPALS may SELECT 111122223333.loans.loan, and belongs to no account",
    ]);
  });

  it("were reviewed in some file", () => {
    expect(checkReaders(SMALL, { folder: "nowhere", accounts: new Map() })).toEqual([
      "nowhere holds no reviewed file: nothing was compared",
    ]);
  });
});
