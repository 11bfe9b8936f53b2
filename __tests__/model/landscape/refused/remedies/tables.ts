import { column } from "../../../../../model/contract/column";
import type { Remedies } from "./remedy";

export const TABLE_REMEDIES: Remedies = {
  "a table of another schema with the same name": [
    ({ loans }) => void Object.assign(loans.tables.slice(-1)[0] ?? {}, { name: "archived_loan", nameAtSource: "loan" }),
    ({ loans }) => void loans.tables.pop(),
  ],
  "one table under two names": [
    ({ loans }) => void loans.tables.pop(),
    ({ loans }) => void Object.assign(loans.tables.slice(-1)[0] ?? {}, { nameAtSource: "loan_archive" }),
  ],
  "a column of other words at the source": [
    ({ loan }) => void Object.assign(loan.columns["loan_id"] ?? {}, { nameAtSource: "Loan_Id" }),
    ({ loan }) => {
      const { loan_id, ...others } = loan.columns;
      if (loan_id === undefined) throw new Error("no loan_id");
      loan.columns = { loanid: loan_id, ...others };
      loan.primaryKey = ["loanid"];
    },
  ],
  "a table that is wider than Athena merges": [
    ({ loan }) => {
      loan.columns["c0"] = column("int", "forbidden", "A number");
      loan.columns["c1"] = column("int", "forbidden", "A number");
    },
  ],
};
