import { loadLandscape } from "../../../../model/landscape/load";
import { LandscapeError } from "../../../../model/landscape/problem";
import type { SavedQuery } from "../../../../model/landscape/types";
import type { TablesLock } from "../../../../model/tables/lock";
import { first, type Parts } from "../sample";
import { inTwo } from "./two";

type Change = (parts: Parts) => void;
type Line = readonly [file: string, path: string, found: string, remedy: string];

const LOANS = "accounts/tables/loans.ts";
const RISK = "accounts/teams/risk.ts";

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

/** The loans table with one more column. */
const rate = (parts: Parts, onlyIn: string[], type = "decimal(6,4)"): void => {
  parts.loan.columns["rate"] = { type, classification: "internal", description: "Rate", onlyIn };
};

const query = (sql: string, onlyIn?: readonly string[]): SavedQuery => ({
  name: "rates",
  question: "Which rates?",
  tables: { l: "loans.loan" },
  parameters: [],
  sql,
  ...(onlyIn === undefined ? {} : { onlyIn }),
});

const cases: readonly (readonly [title: string, change: Change, expected: readonly Line[]])[] = [
  [
    "an environment that the landscape does not have",
    (parts) => rate(parts, ["stagin"]),
    [
      [
        LOANS,
        "tables[loan].columns.rate.onlyIn[stagin]",
        '"stagin"',
        "write an environment of the landscape, `prod`, `staging`, or remove what no environment has; did you mean `staging`?",
      ],
    ],
  ],
  [
    "no environment",
    (parts) => rate(parts, []),
    [
      [
        LOANS,
        "tables[loan].columns.rate.onlyIn",
        "[]",
        "write environments that have it, of `prod`, `staging`, or remove it for all",
      ],
    ],
  ],
  [
    "an environment twice",
    ({ team }) => Object.assign(first(team.shares), { onlyIn: ["staging", "staging"] }),
    [
      [
        RISK,
        "teams[risk-analysts].shares[loans].onlyIn[staging]",
        '"staging"',
        "remove it: the mark names this environment already",
      ],
    ],
  ],
  [
    "a mark that is no list",
    ({ loan }) => Object.assign(loan, { onlyIn: "staging" }),
    [
      [
        LOANS,
        "tables[loan].onlyIn",
        '"staging"',
        'write the environments that have it, for example `["staging"]`, or remove it for all',
      ],
    ],
  ],
  [
    "another word for the mark",
    ({ loan }) => Object.assign(loan, { onlyin: ["staging"] }),
    [
      [
        LOANS,
        "tables[loan].onlyin",
        '["staging"]',
        "remove it: the landscape has no such property; did you mean `onlyIn`?",
      ],
    ],
  ],
  [
    "a table without its key",
    ({ loan }) => Object.assign(loan.columns["loan_id"] ?? {}, { onlyIn: ["staging"] }),
    [
      [
        LOANS,
        "tables[loan].columns.loan_id.onlyIn",
        '["staging"]',
        "remove it, or mark the table instead: `prod` would have the table without its key",
      ],
    ],
  ],
  [
    "a setting whose column waits",
    (parts) => {
      rate(parts, ["staging"], "datetime(6)");
      parts.loan.changedAt = "rate";
    },
    [
      [
        LOANS,
        "tables[loan].settingsOnlyIn.changedAt",
        "nothing",
        'write `settingsOnlyIn: { changedAt: ["staging"] }`, or remove the mark of `rate`: `prod` has no such column',
      ],
    ],
  ],
  [
    "a mark on a setting that the table does not have",
    ({ loan }) => Object.assign(loan, { settingsOnlyIn: { onlyRows: ["staging"] } }),
    [[LOANS, "tables[loan].settingsOnlyIn.onlyRows", '["staging"]', "remove it: the table has no `onlyRows`"]],
  ],
  [
    "a saved query that reads a column where it is not",
    (parts) => {
      rate(parts, ["staging"]);
      Object.assign(parts.environment, { queries: [query("SELECT {l.rate} AS rate FROM {l}")] });
    },
    [
      [
        "accounts/queries/rates.ts",
        "onlyIn",
        "nothing",
        'write `onlyIn: ["staging"]`, or let `prod` have what it names: `loans.loan.rate`',
      ],
    ],
  ],
  [
    "a share that names a table where it is not",
    ({ loan, team }) => {
      loan.onlyIn = ["staging"];
      first(team.shares).tables = ["loan", "payment"];
    },
    [
      [
        RISK,
        "teams[risk-analysts].shares[loans].onlyIn",
        "nothing",
        'write `onlyIn: ["staging"]`, or let `prod` have what it names: `loan`',
      ],
    ],
  ],
  [
    "a share whose rows are chosen by a column where it is not",
    (parts) => {
      rate(parts, ["staging"], "int");
      Object.assign(first(parts.team.shares), { tables: ["loan"], rows: { column: "rate", values: [1] } });
    },
    [
      [
        RISK,
        "teams[risk-analysts].shares[loans].onlyIn",
        "nothing",
        'write `onlyIn: ["staging"]`, or let `prod` have what it names: `loan.rate`',
      ],
    ],
  ],
  [
    "a share of a domain that has no table there",
    ({ loans }) => {
      for (const table of loans.tables) table.onlyIn = ["staging"];
    },
    [
      [
        RISK,
        "teams[risk-analysts].shares[loans].onlyIn",
        "nothing",
        'write `onlyIn: ["staging"]`, or let `prod` have what it names: `loans`',
      ],
    ],
  ],
  [
    "two versions of a table in one environment",
    ({ loans, loan }) => {
      loans.tables.push({ ...structuredClone(loan), onlyIn: ["staging"] });
    },
    [
      [
        LOANS,
        "tables[loan].name",
        '"loan"',
        "write another name, or remove the table: the source has one of this name already",
      ],
    ],
  ],
];

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
  it.each(cases)("%s", (_, change, expected) => {
    expect(problems(change)).toEqual(expected);
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
