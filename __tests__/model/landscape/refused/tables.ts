import { column } from "../../../../model/contract/column";
import { MOST_COLUMNS } from "../../../../model/landscape/checks/table-width";
import type { Refusal } from "./case";

const FILE = "accounts/prod/tables/loans.ts";

const table = (title: string, change: Refusal["change"], path: string, found: string, remedy: string): Refusal => ({
  title,
  change,
  file: FILE,
  path,
  found,
  remedy,
});

/** Tables and columns whose names or number the way to the lake cannot carry. */
export const REFUSED_TABLES: readonly Refusal[] = [
  table(
    "a table of another schema with the same name",
    ({ loans, loan }) => loans.tables.push({ ...loan, schema: "archive" }),
    "tables[loan].name",
    '"loan"',
    'write another name and, where the table is not of that name at the source, `nameAtSource: "loan"`; or remove the table: the source has one of this name already',
  ),
  table(
    "one table under two names",
    ({ loans, loan }) => loans.tables.push({ ...loan, name: "archived_loan", nameAtSource: "loan" }),
    "tables[archived_loan].nameAtSource",
    '"lending.loan"',
    "remove the table, or write the table that it is: another one reads it already",
  ),
  table(
    "a column of other words at the source",
    ({ loan }) => Object.assign(loan.columns["loan_id"] ?? {}, { nameAtSource: "LoanId" }),
    "tables[loan].columns.loan_id.nameAtSource",
    '"LoanId"',
    "write `loan_id` with the capitals that it has at the source, or call the column `loanid`: replication changes capitals of columns and nothing else",
  ),
  table(
    "a table that is wider than Athena merges",
    ({ loan }) => {
      for (let index = 0; index < MOST_COLUMNS; index += 1)
        loan.columns[`c${index}`] = column("int", "internal", "A number");
    },
    "tables[loan].columns",
    `"${MOST_COLUMNS + 2} columns"`,
    `make 2 of them \`forbidden\`, those that nobody needs: Athena fails to merge tables of more than about ${MOST_COLUMNS} columns, and ${MOST_COLUMNS + 2} of this one would reach the lake`,
  ),
];
