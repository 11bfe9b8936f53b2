import { accessRows } from "../../local/access";
import { prod } from "../support/landscapes";
import { ANALYSTS, SMALL, selects, withCells } from "./consumers/support/matrix";

describe("what roles of consumer accounts may read", () => {
  it("are columns of others' tables, with what is hidden and which rows, by account", () => {
    const common = { table: "deposits.client", readable: ["client_id", "district_id"], hidden: ["full_name"] };
    expect(accessRows(prod, SMALL)).toEqual([
      { ...common, account: "finance", role: "planners", rows: ["district_id IN (1)"] },
      { ...common, account: "risk", role: "analysts", rows: [] },
      {
        account: "risk",
        role: "analysts",
        table: "loans.loan",
        readable: ["loan_id", "amount", "due_on"],
        hidden: [],
        rows: [],
      },
    ]);
  });

  it("leaves out what is not certain", () => {
    const open = {
      ...selects(ANALYSTS, "loans.loan", ["amount"]),
      decision: "undecided" as const,
      reasons: ["a variable"],
    };
    expect(accessRows(prod, withCells(SMALL, ANALYSTS, [open])).map(({ role }) => role)).toEqual(["planners"]);
  });
});
