import { column } from "../../../../model/contract/column";
import { immutableColumns } from "../../../../model/landscape/checks/immutable-columns";
import { rowConditionTables } from "../../../../model/landscape/checks/row-condition-tables";
import { rowConditions } from "../../../../model/landscape/checks/row-conditions";
import { loadLandscape } from "../../../../model/landscape/load";
import { LandscapeError } from "../../../../model/landscape/problem";
import type { RowCondition } from "../../../../model/landscape/types";
import { changed, type Parts } from "../sample";
import { rowsOf } from "./cases";

const LOANS = "accounts/prod/tables/loans.ts";

const problemsOf = (change: (parts: Parts) => void) => {
  try {
    loadLandscape(changed(change));
    return [];
  } catch (error) {
    if (error instanceof LandscapeError) return error.problems;
    throw error;
  }
};

/** A condition of the table of loans on a column of a type. */
const on =
  (type: string, condition: Omit<RowCondition, "column">, marks: { immutable?: true } = { immutable: true }) =>
  ({ loan }: Parts): void => {
    loan.columns["branch"] = column(type, "internal", "Branch", marks);
    loan.onlyRows = [{ column: "branch", ...condition }];
  };

const eq = (value: string): Omit<RowCondition, "column"> => ({ operator: "eq", value });
const BRANCH = "tables[loan].onlyRows[0].column";
const VALUE = "tables[loan].onlyRows[0].value";
const FORMS =
  "write a column of decimal numbers, texts, days, or moments without time zone: values of this one are not compared alike at the source, by AWS DMS and in the lake";
const TEXT = "write a text without quotes, backslashes, blanks at its ends and scripts from right to left";

/** What is refused, what the report says, and the landscape of somebody who does as it says. */
const REFUSED: readonly {
  readonly title: string;
  readonly change: (parts: Parts) => void;
  readonly path: string;
  readonly found: string;
  readonly remedy: string;
  readonly followed: (parts: Parts) => void;
}[] = [
  {
    title: "a column that the table does not have",
    change: ({ loan }) => Object.assign(loan, { onlyRows: [{ column: "branches", ...eq("7") }] }),
    path: BRANCH,
    found: '"branches"',
    remedy: "write the name of a column of the table",
    followed: ({ loan }) => Object.assign(loan, { onlyRows: [{ column: "loan_id", ...eq("7") }] }),
  },
  {
    title: "a column that may change",
    change: on("int", eq("7"), {}),
    path: BRANCH,
    found: '"branch"',
    remedy:
      "write a column of the key, or `immutable: true` at `branch` if no row's value ever changes: AWS DMS goes on with a row as it was when the condition decided",
    followed: on("int", eq("7")),
  },
  {
    title: "a column that does not reach the lake",
    change: ({ loan }) => Object.assign(loan, { onlyRows: [{ column: "secret", ...eq("7") }] }),
    path: BRANCH,
    found: '"secret"',
    remedy: "write a column that reaches the lake, where reconciliation sees whether rows still meet the condition",
    followed: ({ loan }) => Object.assign(loan, { onlyRows: [{ column: "loan_id", ...eq("7") }] }),
  },
  {
    title: "a large object",
    change: (parts) => {
      on("longtext", eq("7"))(parts);
      parts.loans.lobMaxKb = 64;
    },
    path: BRANCH,
    found: '"branch"',
    remedy: "write a column of limited length: AWS DMS does not filter by large objects",
    followed: on("varchar(40)", eq("7")),
  },
  ...["double", "bit(1)", "timestamp"].map((type) => ({
    title: `a column of the type ${type}`,
    change: on(type, eq("7")),
    path: BRANCH,
    found: '"branch"',
    remedy: FORMS,
    followed: on("datetime", eq("2020-01-01 00:00:00")),
  })),
  {
    title: "the order of texts",
    change: on("varchar(9)", { operator: "gte", value: "b" }),
    path: "tables[loan].onlyRows[0].operator",
    found: '"gte"',
    remedy: "write `eq` or `noteq`: which text comes first differs from database to database",
    followed: on("varchar(9)", { operator: "noteq", value: "b" }),
  },
  ...(
    [
      ["int", "seven", "write a number, for example `100`", "7"],
      ["int", "1e3", "write a number, for example `100`", "1000"],
      ["date", "2020-13-01", "write a day, for example `2020-01-01`", "2020-12-01"],
      ["datetime(6)", "2020-01-01", "write a moment, for example `2020-01-01 00:00:00`", "2020-01-01 00:00:00.5"],
      ["year", "20", "write a year, for example `2020`", "2020"],
      ["varchar(9)", "it's", TEXT, "its"],
      ["varchar(9)", "it ", TEXT, "it"],
      ["char(9)", "\u05d0\u05d1", TEXT, "ab"],
    ] as const
  ).map(([type, value, remedy, right]) => ({
    title: `${value} for ${type}`,
    change: on(type, eq(value)),
    path: VALUE,
    found: JSON.stringify(value),
    remedy,
    followed: on(type, eq(right)),
  })),
  {
    title: "a table whose name means others too",
    change: ({ loan }) => Object.assign(loan, { name: "loan_2", onlyRows: [{ column: "loan_id", ...eq("7") }] }),
    path: "tables[loan_2].onlyRows",
    found: '"lending.loan_2"',
    remedy:
      "leave `onlyRows` out, and narrow who reads which rows by `rows` of the shares: AWS DMS filters tables by their " +
      "exact name alone, and reads `_` in it as any character",
    followed: ({ loan, team }) => {
      loan.name = "loan_2";
      Object.assign(team, {
        shares: [{ ...team.shares[0], tables: ["loan_2"], rows: { column: "loan_id", values: [7] } }],
      });
    },
  },
  {
    title: "a moment of the last change that never changes",
    change: ({ loan }) => {
      loan.columns["updated_at"] = column("datetime(6)", "internal", "Last change", { immutable: true });
      loan.changedAt = "updated_at";
    },
    path: "tables[loan].columns.updated_at.immutable",
    found: "true",
    remedy: "remove it: `changedAt` says that the column has another value after each change",
    followed: ({ loan }) => {
      loan.columns["updated_at"] = column("datetime(6)", "internal", "Last change");
      loan.changedAt = "updated_at";
    },
  },
  {
    title: "a promise of another word",
    change: ({ loan }) => Object.assign(loan.columns["amount"] ?? {}, { immutable: "yes" }),
    path: "tables[loan].columns.amount.immutable",
    found: '"yes"',
    remedy: "write `true` if a row's value never changes, or leave it out",
    followed: ({ loan }) => Object.assign(loan.columns["amount"] ?? {}, { immutable: true }),
  },
];

describe("a row condition is refused for", () => {
  it.each(REFUSED)("$title", ({ change, path, found, remedy }) => {
    expect(problemsOf(change)).toEqual([{ file: LOANS, path, found, remedy }]);
  });

  it.each(REFUSED)("$title, and no more for whoever does as the report says", ({ followed }) => {
    expect(problemsOf(followed)).toEqual([]);
  });
});

describe("checks of row conditions", () => {
  it.each([
    ...rowsOf(rowConditions, []),
    ...rowsOf(rowConditionTables, [
      {
        title: "accepts an underscore where nothing is filtered",
        change: ({ loan }) => Object.assign(loan, { name: "loan_2" }),
        problems: [],
      },
    ]),
    ...rowsOf(immutableColumns, []),
  ])("$title", ({ problems, expected }) => {
    expect(problems()).toEqual(expected);
  });

  it.each([
    ["a part of the key", "bigint", "loan_id", { operator: "lte", value: "-7.5" }],
    ["an immutable day", "date", "branch", { operator: "gte", value: "2020-02-29" }],
    ["an immutable text of other letters", "varchar(40)", "branch", { operator: "noteq", value: "Zürich, 東京" }],
  ] as const)("accept %s", (_, type, name, condition) => {
    expect(
      problemsOf(({ loan }) => {
        if (name === "branch") loan.columns["branch"] = column(type, "internal", "Branch", { immutable: true });
        loan.onlyRows = [{ column: name, ...condition }];
      }),
    ).toEqual([]);
  });
});
