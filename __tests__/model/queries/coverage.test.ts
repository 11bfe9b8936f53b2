import type { SavedQuery, Share } from "../../../model/landscape/types";
import { obstacles, teamQueries } from "../../../model/queries/coverage";
import { first } from "../../support/json";
import { prod, risk } from "../../support/landscapes";

const loans = (more: Partial<Share> = {}): Share => ({
  domain: "loans",
  upTo: "confidential",
  purpose: "Forecasts",
  owner: "risk@bank.example",
  ...more,
});

const query: SavedQuery = {
  name: "large_loans",
  question: "Which loans are large?",
  tables: { l: "loans.loan" },
  parameters: [{ meaning: "Least amount", example: "1000" }],
  sql: "SELECT {l.loan_id}, {l.amount} FROM {l} WHERE {l.amount} >= ? AND {l.interest_rate} > 0",
};

/** What keeps the query from a team with these shares. */
const missing = (...shares: readonly Share[]) => obstacles(prod, risk, { ...first(risk.teams), shares }, query);

describe("a saved query", () => {
  it("is for a team whose shares cover its columns, by domain or by table", () => {
    expect(missing(loans())).toEqual([]);
    expect(missing(loans({ tables: ["loan"] }))).toEqual([]);
  });

  it("is not for a team that may not read one of its columns, named once", () => {
    expect(missing(loans({ upTo: "internal" }))).toEqual([
      { table: "loans.loan", reason: "no share opens amount, interest_rate" },
    ]);
  });

  it("is not for a team that may not read one of its tables, or its changes only", () => {
    const nothing = [{ table: "loans.loan", reason: "no share opens the table" }];
    expect(missing()).toEqual(nothing);
    expect(missing(loans({ tables: ["borrower"] }))).toEqual(nothing);
    expect(missing(loans({ layer: "raw", upTo: "restricted", until: "2099-12-31" }))).toEqual(nothing);
  });

  it("is not for a team that sees some rows only, for its answer would be taken for the whole", () => {
    expect(missing(loans({ tables: ["loan"], rows: { column: "client_id", values: [1] } }))).toEqual([
      { table: "loans.loan", reason: "the share opens some of its rows only" },
    ]);
  });

  it("is none of an environment without queries", () => {
    const { queries: _, ...without } = prod;
    expect(teamQueries(without, risk, first(risk.teams))).toEqual([]);
  });
});
