import { changedAt } from "../../../../model/landscape/checks/changed-at";
import { type Case, rowsOf } from "./cases";

const FILE = "accounts/prod/tables/loans.ts";
const REMEDY = "write a column with date and time that reaches the lake, for example `updated_at`";
const moment = (title: string, name: string, type: string, problems: Case["problems"]): Case => ({
  title,
  change: ({ loan }) => {
    loan.columns["at"] = { type, classification: "internal", description: "Last change" };
    loan.changedAt = name;
  },
  problems,
});
const refused = (name: string): Case["problems"] => [[FILE, "tables[loan].changedAt", JSON.stringify(name), REMEDY]];

describe("the moment of a row's last change", () => {
  it.each(
    rowsOf(changedAt, [
      moment("may be a timestamp", "at", "timestamp(6)", []),
      moment("may be a datetime", "at", "datetime", []),
      moment("is not a day", "at", "date", refused("at")),
      moment("is not a column that is missing", "updated_at", "datetime", refused("updated_at")),
      moment("is not a forbidden column", "secret", "datetime", refused("secret")),
    ]),
  )("$title", ({ problems, expected }) => {
    expect(problems()).toEqual(expected);
  });
});
