import { loadLandscape } from "../../../../model/landscape/load";
import { LandscapeError } from "../../../../model/landscape/problem";
import type { TablesLock } from "../../../../model/tables/lock";
import { REFUSED_MARKS } from "../refused";
import { query, rate } from "../refused/marks";
import { first, type Parts } from "../sample";
import { inTwo } from "./two";

type Change = (parts: Parts) => void;
type Line = readonly [file: string, path: string, found: string, remedy: string];

const LOANS = "accounts/tables/loans.ts";

/** Problems of a landscape; none when it is accepted. */
function problems(change: Change, deployed: Readonly<Record<string, TablesLock>> = {}): readonly Line[] {
  try {
    loadLandscape(inTwo(change), { deployed });
    return [];
  } catch (error) {
    if (!(error instanceof LandscapeError)) throw error;
    return error.problems.map(({ file, path, found, remedy }) => [file, path, found, remedy]);
  }
}

/** A saved query and a setting that wait with the column that they need. */
const waiting: Change = (parts) => {
  rate(parts, ["staging"], "datetime(6)");
  Object.assign(parts.loan, { changedAt: "rate", settingsOnlyIn: { changedAt: ["staging"] } });
  Object.assign(parts.environment, { queries: [query("SELECT {l.rate} AS rate FROM {l}", ["staging"])] });
};

const heldTable: Change = ({ loan }) => Object.assign(loan, { onlyIn: ["staging"] });
const heldAmount: Change = ({ loan }) => Object.assign(loan.columns["amount"] ?? {}, { onlyIn: ["staging"] });
const dropped: Change = (parts) => {
  heldAmount(parts);
  Object.assign(parts.loan, {
    droppedColumns: { amount: "confidential" },
    settingsOnlyIn: { droppedColumns: ["prod"] },
  });
};

describe("a mark is refused for", () => {
  it.each(REFUSED_MARKS)("$title", ({ change, file, path, found, remedy }) => {
    expect(problems(change)).toEqual([[file, path, found, remedy]]);
  });

  it("nothing when readers wait with what they read", () => {
    expect(problems(waiting)).toEqual([]);
  });
});

describe("what is deployed", () => {
  const record = {
    primaryKey: ["loan_id"],
    partitionedBy: [],
    columns: { loan_id: "bigint", amount: "decimal(12,2)" },
  };
  const deployed: Readonly<Record<string, TablesLock>> = { prod: { loans: { loan: record } } };

  it("is not held back from where it is", () => {
    const remedy =
      'add `"prod"`: the table is deployed there and holds the only copy; docs/tables.md tells how to give it up';
    expect(problems(heldTable, deployed)).toEqual([[LOANS, "tables[loan].onlyIn", '["staging"]', remedy]]);
    expect(problems(heldTable)).toEqual([]);
  });

  it("does not lose a column by a mark, but by `droppedColumns`", () => {
    const remedy =
      'add `"prod"`: the column is deployed there and holds the only copy; docs/tables.md tells how to give it up';
    expect(problems(heldAmount, deployed)).toEqual([
      [LOANS, "tables[loan].columns.amount.onlyIn", '["staging"]', remedy],
    ]);
    expect(problems(dropped, deployed)).toEqual([]);
  });
});

test("a mistake written once is reported once, beside the one of an environment", () => {
  const found = problems(({ loans, loan, team }) => {
    loan.primaryKey = ["number"];
    loans.engineVersion = "8.0";
    first(team.shares).domain = "loan";
  });
  expect(found.map(([file, path]) => `${file} ${path}`)).toEqual([
    "accounts/prod/lending.ts sources[loans].engineVersion",
    "accounts/staging/lending.ts sources[loans].engineVersion",
    "accounts/tables/loans.ts tables[loan].primaryKey[number]",
    "accounts/teams/risk.ts teams[risk-analysts].shares[loan].domain",
  ]);
});
