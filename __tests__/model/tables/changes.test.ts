import { tableChanges } from "../../../model/tables/changes";
import type { TableRecord } from "../../../model/tables/lock";

const LOAN: TableRecord = {
  primaryKey: ["loan_id"],
  partitionedBy: [],
  columns: { loan_id: "bigint", amount: "decimal(12,2)", months: "int" },
};
const changes = (after: Partial<TableRecord>) =>
  tableChanges({ loans: { loan: LOAN } }, { loans: { loan: { ...LOAN, ...after } } });

describe("changes of a table", () => {
  it("are none when nothing has changed", () => {
    expect(changes({})).toEqual([]);
  });

  it.each([
    ["a new column", { columns: { ...LOAN.columns, note: "string" } }, "new column note string"],
    ["a wider type", { columns: { ...LOAN.columns, months: "bigint" } }, "column months int becomes bigint"],
  ])("are allowed for %s", (_, after, what) => {
    expect(changes(after)).toEqual([{ table: "loans.loan", what, allowed: true }]);
  });

  it.each([
    ["a column less", { columns: { loan_id: "bigint", months: "int" } }, "column amount has left the contract"],
    ["another type", { columns: { ...LOAN.columns, months: "string" } }, "column months int becomes string"],
    ["another key", { primaryKey: ["loan_id", "months"] }, "primary key loan_id becomes loan_id, months"],
    ["a partition", { partitionedBy: ["bucket[16] loan_id"] }, "partitioned by nothing becomes bucket[16] loan_id"],
  ])("are not for %s", (_, after, what) => {
    expect(changes(after)).toEqual([{ table: "loans.loan", what, allowed: false }]);
  });

  it("are allowed for a new table and not for one that is gone", () => {
    expect(tableChanges({}, { loans: { loan: LOAN } })).toEqual([
      { table: "loans.loan", what: "new table", allowed: true },
    ]);
    expect(tableChanges({ loans: { loan: LOAN } }, { loans: {} })).toEqual([
      { table: "loans.loan", what: "the table has left the contracts", allowed: false },
    ]);
  });
});
