import { column } from "../../../model/contract/column";
import { loadLandscape } from "../../../model/landscape/load";
import { LandscapeError } from "../../../model/landscape/problem";
import { changed, first, type Parts } from "./sample";

/** File, path, what was found, and what to do. */
type Told = readonly [file: string, path: string, found: string, remedy: string];

const LENDING = "accounts/prod/lending.ts";
const LOANS = "accounts/prod/tables/loans.ts";
const DEPOSITS = "accounts/prod/tables/deposits.ts";

const refusalsOf = (change: (parts: Parts) => void): readonly Told[] => {
  try {
    loadLandscape(changed(change));
    return [];
  } catch (error) {
    if (!(error instanceof LandscapeError)) throw error;
    return error.problems.map(({ file, path, found, remedy }) => [file, path, found, remedy]);
  }
};

const core = (parts: Parts) => first(first(parts.core.sources).tables);

const BAD: readonly (readonly [string, (parts: Parts) => void, Told])[] = [
  [
    "a table without a key",
    ({ loan }) => {
      loan.primaryKey = [];
    },
    [LOANS, "tables[loan].primaryKey", "[]", "write the columns that identify a row: `loan_id`, `amount`, `secret`"],
  ],
  [
    "a number that DMS would round",
    (parts) => {
      core(parts).columns["balance"] = column("numeric", "internal", "Balance");
    },
    [
      DEPOSITS,
      "tables[account].columns.balance.type",
      '"numeric"',
      "write a precision and scale, for example numeric(14,2): DMS rounds others to 6 decimals",
    ],
  ],
  [
    "a number that the lake cannot hold",
    ({ loan }) => {
      loan.columns["amount"] = column("decimal(65,30)", "internal", "Amount");
    },
    [
      LOANS,
      "tables[loan].columns.amount.type",
      '"decimal(65,30)"',
      "write a precision of 1 to 38 and a scale from 0 to it, at the source too, or make the column `forbidden`: the lake holds no other decimal",
    ],
  ],
  [
    "a text that DMS would cut",
    (parts) => {
      core(parts).columns["note"] = column("text", "internal", "Note");
    },
    [
      DEPOSITS,
      "tables[account].columns.note.type",
      '"text"',
      "write a type of limited length, for example `varchar(2000)`, or say in `lobMaxKb` of the source how many KiB the longest value has",
    ],
  ],
  [
    "a large object as key",
    (parts) => {
      Object.assign(first(parts.core.sources), { lobMaxKb: 100 });
      core(parts).columns["loan_id"] = column("text", "internal", "Loan");
    },
    [
      DEPOSITS,
      "tables[account].columns.loan_id.type",
      '"text"',
      "write a type of limited length: a key cannot be a large object",
    ],
  ],
  [
    "a schema by wildcard",
    ({ loan }) => {
      loan.schema = "%";
    },
    [
      LOANS,
      "tables[loan].schema",
      '"%"',
      "write the one schema or database of the table, without wildcards: up to 63 lower-case letters, digits or `_`, a letter first",
    ],
  ],
  [
    "a schema of the engine's own",
    ({ loan }) => {
      loan.schema = "mysql";
    },
    [LOANS, "tables[loan].schema", '"mysql"', "write the schema of an application: this one is the engine's own"],
  ],
  [
    "a version without the Data API",
    ({ loans }) => {
      loans.engineVersion = "8.0.mysql_aurora.3.06.0";
    },
    [
      LENDING,
      "sources[loans].engineVersion",
      '"8.0.mysql_aurora.3.06.0"',
      "write Aurora MySQL 3.07 or newer: older ones lack the Data API, by which the cluster is made ready",
    ],
  ],
  [
    "a single instance without a waiver",
    ({ loans }) => {
      loans.instances = 1;
    },
    [
      LENDING,
      "sources[loans].instances",
      "1",
      "write 2 or more, so that a zone may fail, or add a waiver of `database-multi-az`",
    ],
  ],
  [
    "an old DMS engine",
    ({ loans }) => {
      loans.replication.engineVersion = "3.4.7";
    },
    [
      LENDING,
      "sources[loans].replication.engineVersion",
      '"3.4.7"',
      "write 3.5.0 or newer: older versions of DMS need weaker settings at the source",
    ],
  ],
];

describe("a bad source", () => {
  it.each(BAD)("is refused with one clear message: %s", (_, change, told) => {
    expect(refusalsOf(change)).toEqual([told]);
  });
});
