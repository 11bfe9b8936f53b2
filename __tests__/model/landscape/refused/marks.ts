import type { SavedQuery } from "../../../../model/landscape/types";
import { first, type Parts } from "../sample";
import type { Refusal } from "./case";

const LOANS = "accounts/tables/loans.ts";
const RISK = "accounts/teams/risk.ts";

const refusal = (
  title: string,
  change: Refusal["change"],
  file: string,
  path: string,
  found: string,
  remedy: string,
): Refusal => ({ title, change, file, path, found, remedy });

/** The loans table with one more column. */
export const rate = (parts: Parts, onlyIn: string[], type = "decimal(6,4)"): void => {
  parts.loan.columns["rate"] = { type, classification: "internal", description: "Rate", onlyIn };
};

export const query = (sql: string, onlyIn?: readonly string[]): SavedQuery => ({
  name: "rates",
  question: "Which rates?",
  tables: { l: "loans.loan" },
  parameters: [],
  sql,
  ...(onlyIn === undefined ? {} : { onlyIn }),
});

/** Marks that hold something back in the wrong way, in the sample's two environments `prod` and `staging`. */
export const REFUSED_MARKS: readonly Refusal[] = [
  refusal(
    "an environment that the landscape does not have",
    (parts) => rate(parts, ["stagin"]),
    LOANS,
    "tables[loan].columns.rate.onlyIn[stagin]",
    '"stagin"',
    "write an environment of the landscape, `prod`, `staging`, or remove what no environment has; did you mean `staging`?",
  ),
  refusal(
    "no environment",
    (parts) => rate(parts, []),
    LOANS,
    "tables[loan].columns.rate.onlyIn",
    "[]",
    "write environments that have it, of `prod`, `staging`, or remove it for all",
  ),
  refusal(
    "an environment twice",
    ({ team }) => Object.assign(first(team.shares), { onlyIn: ["staging", "staging"] }),
    RISK,
    "teams[risk-analysts].shares[loans].onlyIn[staging]",
    '"staging"',
    "remove it: the mark names this environment already",
  ),
  refusal(
    "a mark that is no list",
    ({ loan }) => Object.assign(loan, { onlyIn: "staging" }),
    LOANS,
    "tables[loan].onlyIn",
    '"staging"',
    'write the environments that have it, for example `["staging"]`, or remove it for all',
  ),
  refusal(
    "another word for the mark",
    ({ loan }) => Object.assign(loan, { onlyin: ["staging"] }),
    LOANS,
    "tables[loan].onlyin",
    '["staging"]',
    "remove it: the landscape has no such property; did you mean `onlyIn`?",
  ),
  refusal(
    "a table without its key",
    ({ loan }) => Object.assign(loan.columns["loan_id"] ?? {}, { onlyIn: ["staging"] }),
    LOANS,
    "tables[loan].columns.loan_id.onlyIn",
    '["staging"]',
    "remove it, or mark the table instead: `prod` would have the table without its key",
  ),
  refusal(
    "a setting whose column waits",
    (parts) => {
      rate(parts, ["staging"], "datetime(6)");
      parts.loan.changedAt = "rate";
    },
    LOANS,
    "tables[loan].settingsOnlyIn.changedAt",
    "nothing",
    'write `settingsOnlyIn: { changedAt: ["staging"] }`, or remove the mark of `rate`: `prod` has no such column',
  ),
  refusal(
    "a mark on a setting that the table does not have",
    ({ loan }) => Object.assign(loan, { settingsOnlyIn: { onlyRows: ["staging"] } }),
    LOANS,
    "tables[loan].settingsOnlyIn.onlyRows",
    '["staging"]',
    "remove it: the table has no `onlyRows`",
  ),
  refusal(
    "a saved query that reads a column where it is not",
    (parts) => {
      rate(parts, ["staging"]);
      Object.assign(parts.environment, { queries: [query("SELECT {l.rate} AS rate FROM {l}")] });
    },
    "accounts/queries/rates.ts",
    "onlyIn",
    "nothing",
    'write `onlyIn: ["staging"]`, or let `prod` have what it names: `loans.loan.rate`',
  ),
  refusal(
    "a share that names a table beside others where it is not",
    ({ loan, team }) => {
      loan.onlyIn = ["staging"];
      first(team.shares).tables = ["loan", "payment"];
    },
    RISK,
    "teams[risk-analysts].shares[loans].tables",
    '["loan","payment"]',
    'take out `loan` and write a share of its own for it, with `onlyIn: ["staging"]`: `prod` does not have it yet',
  ),
  refusal(
    "a share of a table where it is not",
    ({ loan, team }) => {
      loan.onlyIn = ["staging"];
      first(team.shares).tables = ["loan"];
    },
    RISK,
    "teams[risk-analysts].shares[loans].onlyIn",
    "nothing",
    'write `onlyIn: ["staging"]`, or let `prod` have what it names: `loan`',
  ),
  refusal(
    "a share whose rows are chosen by a column where it is not",
    (parts) => {
      rate(parts, ["staging"], "int");
      Object.assign(first(parts.team.shares), { tables: ["loan"], rows: { column: "rate", values: [1] } });
    },
    RISK,
    "teams[risk-analysts].shares[loans].onlyIn",
    "nothing",
    'write `onlyIn: ["staging"]`, or let `prod` have what it names: `loan.rate`',
  ),
  refusal(
    "a share of a domain that has no table there",
    ({ loans }) => {
      for (const table of loans.tables) table.onlyIn = ["staging"];
    },
    RISK,
    "teams[risk-analysts].shares[loans].onlyIn",
    "nothing",
    'write `onlyIn: ["staging"]`, or let `prod` have what it names: `loans`',
  ),
  refusal(
    "two versions of a table in one environment",
    ({ loans, loan }) => {
      loans.tables.push({ ...structuredClone(loan), onlyIn: ["staging"] });
    },
    LOANS,
    "tables[loan].name",
    '"loan"',
    'write another name and, where the table is not of that name at the source, `nameAtSource: "loan"`; or remove the table: the source has one of this name already',
  ),
];
