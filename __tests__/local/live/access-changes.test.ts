import type { AccessRow } from "../../../local/access";
import { accessChanges } from "../../../local/live/access-changes";

const row = (table: string, over: Partial<AccessRow> = {}): AccessRow => ({
  account: "finance",
  role: "controllers",
  table,
  readable: ["loan_id", "status"],
  hidden: [],
  rows: [],
  ...over,
});

test("a share that is taken away or given shows by table", () => {
  expect(accessChanges([row("loans.loan")], [row("loans.payment")])).toEqual([
    "controllers may not read loans.loan any more",
    "controllers may read loans.payment now",
  ]);
});

test("columns and rows show by name", () => {
  const after = row("loans.loan", { readable: ["loan_id", "amount"], rows: ["district_id IN (1)"] });
  expect(accessChanges([row("loans.loan")], [after])).toEqual([
    "controllers may read amount of loans.loan now",
    "controllers may not read status of loans.loan any more",
    "controllers sees of loans.loan: district_id IN (1), and no longer all rows",
  ]);
});

test("nothing is said when nothing has changed, whatever the order", () => {
  expect(accessChanges([row("a"), row("b")], [row("b"), row("a")])).toEqual([]);
});
