import { column } from "../../../../model/contract/column";
import { columnNames } from "../../../../model/landscape/checks/column-names";
import { columnTypes } from "../../../../model/landscape/checks/column-types";
import { primaryKeys } from "../../../../model/landscape/checks/primary-keys";
import { readableColumns } from "../../../../model/landscape/checks/readable-columns";
import { tableNames } from "../../../../model/landscape/checks/table-names";
import { type Case, rowsOf } from "./cases";

const FILE = "accounts/prod/tables/loans.ts";

describe("table names", () => {
  it.each(
    rowsOf(tableNames, [
      {
        title: "refuses a name twice, also in two schemas",
        change: ({ loans, loan }) => loans.tables.push({ ...loan, schema: "archive" }),
        problems: [
          [
            FILE,
            "tables[loan].name",
            '"loan"',
            'write another name and, where the table is not of that name at the source, `nameAtSource: "loan"`; or remove the table: the source has one of this name already',
          ],
        ],
      },
      {
        title: "accepts a table of two schemas under a name of its own",
        change: ({ loans, loan }) =>
          loans.tables.push({ ...loan, schema: "archive", name: "archived_loan", nameAtSource: "loan" }),
        problems: [],
      },
      {
        title: "refuses one table under two names",
        change: ({ loans, loan }) => loans.tables.push({ ...loan, name: "archived_loan", nameAtSource: "loan" }),
        problems: [
          [
            FILE,
            "tables[archived_loan].nameAtSource",
            '"lending.loan"',
            "remove the table, or write the table that it is: another one reads it already",
          ],
        ],
      },
      {
        title: "accepts the same name in two sources",
        change: ({ core, loan }) => {
          for (const source of core.sources) source.tables.push(loan);
        },
        problems: [],
      },
    ]),
  )("$title", ({ problems, expected }) => {
    expect(problems()).toEqual(expected);
  });
});

const key = (columns: string[], path: string, found: string, remedy: string): Case => ({
  title: `refuses [${columns.join(", ")}]`,
  change: ({ loan }) => {
    loan.primaryKey = columns;
  },
  problems: [[FILE, path, found, remedy]],
});

describe("primary keys", () => {
  const known = "`loan_id`, `amount`, `secret`";
  it.each(
    rowsOf(primaryKeys, [
      key([], "tables[loan].primaryKey", "[]", `write the columns that identify a row: ${known}`),
      key(["id"], "tables[loan].primaryKey[id]", '"id"', `write a column of the table: ${known}`),
      key(["toString"], "tables[loan].primaryKey[toString]", '"toString"', `write a column of the table: ${known}`),
      key(
        ["secret"],
        "tables[loan].primaryKey[secret]",
        '"secret"',
        "write a column that is not forbidden: without it the lake cannot tell rows apart",
      ),
      key(
        ["loan_id", "loan_id"],
        "tables[loan].primaryKey[loan_id]",
        '"loan_id"',
        "remove it: the key has this column already",
      ),
      {
        title: "accepts a key of two columns",
        change: ({ loan }) => {
          loan.primaryKey = ["loan_id", "amount"];
        },
        problems: [],
      },
    ]),
  )("$title", ({ problems, expected }) => {
    expect(problems()).toEqual(expected);
  });
});

const taken = (name: string): Case => ({
  title: `refuses ${name}`,
  change: ({ loan }) => {
    loan.columns[name] = column("int", "internal", "Taken");
  },
  problems: [
    [
      FILE,
      `tables[loan].columns.${name}`,
      JSON.stringify(name),
      "write another name, and rename the column at the source: replication adds one of this name",
    ],
  ],
});

const spelled = (title: string, nameAtSource: string, problems: Case["problems"]): Case => ({
  title,
  change: ({ loan }) => Object.assign(loan.columns["loan_id"] ?? {}, { nameAtSource }),
  problems,
});

describe("column names", () => {
  it.each(
    rowsOf(columnNames, [
      ...["op", "dms_commit_ts", "dms_change_seq", "dms_commit_date"].map(taken),
      spelled("accepts capitals at the source", "Loan_ID", []),
      spelled("refuses other words at the source", "LoanId", [
        [
          FILE,
          "tables[loan].columns.loan_id.nameAtSource",
          '"LoanId"',
          "write `loan_id` with the capitals that it has at the source, or call the column `loanid`: replication changes capitals of columns and nothing else",
        ],
      ]),
    ]),
  )("$title", ({ problems, expected }) => {
    expect(problems()).toEqual(expected);
  });
});

describe("column types", () => {
  it.each(
    rowsOf(columnTypes, [
      {
        title: "refuses a type that changes values on the way",
        change: ({ loan }) => {
          loan.columns["amount"] = column("decimal", "internal", "Amount");
        },
        problems: [
          [
            FILE,
            "tables[loan].columns.amount.type",
            '"decimal"',
            "write a precision and scale, for example decimal(12,2)",
          ],
        ],
      },
      {
        title: "refuses a type of the other engine",
        change: ({ loan }) => {
          loan.columns["amount"] = column("timestamptz", "internal", "Amount");
        },
        problems: [
          [
            FILE,
            "tables[loan].columns.amount.type",
            '"timestamptz"',
            "write a type of aurora-mysql that the lake knows (docs/types.md), or make the column `forbidden`",
          ],
        ],
      },
      {
        title: "accepts any type of a column that stays at the source",
        change: ({ loan }) => {
          loan.columns["secret"] = column("geometry", "forbidden", "Stays");
        },
        problems: [],
      },
    ]),
  )("$title", ({ problems, expected }) => {
    expect(problems()).toEqual(expected);
  });
});

describe("readable columns", () => {
  it.each(
    rowsOf(readableColumns, [
      {
        title: "refuses a table of which nothing reaches the lake",
        change: ({ loan }) => {
          loan.columns = { secret: column("int", "forbidden", "Stays") };
        },
        problems: [
          [
            FILE,
            "tables[loan].columns",
            '["secret"]',
            "write at least one column that is not forbidden, or remove the table",
          ],
        ],
      },
      {
        title: "refuses a table without columns",
        change: ({ loan }) => {
          loan.columns = {};
        },
        problems: [
          [FILE, "tables[loan].columns", "[]", "write at least one column that is not forbidden, or remove the table"],
        ],
      },
    ]),
  )("$title", ({ problems, expected }) => {
    expect(problems()).toEqual(expected);
  });
});
