import Table from "cli-table3";
import type { TextRow } from "../engine/rows";
import { PLAIN, RULED } from "../table-style";
import { isForPeople, type ReadingRole } from "./roles";
import type { SavedQueryRun } from "./run-saved-queries";
import type { RoleAnswer, SameQuestion } from "./same-question";

/** Wide enough for the longest name that an error of Athena has in one word. */
const WIDTH = 36;

/** Role that a permission set of single sign-on makes in an account: the permission set says more to people. */
const PERMISSION_SET = /^AWSReservedSSO_(\w+)_[0-9a-f]{16}$/;

/** The answers to one question side by side, a column for each who asks. */
export function sameQuestionTable({ answers }: SameQuestion): string {
  const table = new Table({
    ...RULED,
    head: ["", ...answers.map(({ role }) => role.name)],
    colWidths: [null, ...answers.map(() => WIDTH)],
    wordWrap: true,
  });
  const line = (title: string, cell: (of: RoleAnswer) => string): void => {
    table.push([title, ...answers.map(cell)]);
  };
  line("account", ({ role }) => role.account);
  line("taken on by", ({ role }) => takenOnBy(role));
  line("asks", ({ sql }) => sql);
  line("gets", ({ answer }) => ("error" in answer ? answer.error : sample(answer.columns, answer.rows)));
  line("rows it sees", ({ seen }) => seen ?? "none");
  line("columns not there", ({ hidden, answer }) => ("error" in answer ? "all" : hidden.join(", ") || "none"));
  return table.toString();
}

/** Who a role is for; whoever reads the table should know when no person may take it on. */
function takenOnBy(role: ReadingRole): string {
  const who = role.assumedBy
    .map((principal) => principal.replace(/^.*\//, "").replace(PERMISSION_SET, "$1"))
    .join(", ");
  return isForPeople(role) ? who : `${who || "nobody"}: no person`;
}

/** Rows one under the other, a line for each value. */
const sample = (columns: readonly string[], rows: readonly TextRow[]): string =>
  rows.length === 0
    ? "no row"
    : rows.map((row) => columns.map((column, index) => `${column}: ${row[index] ?? "NULL"}`).join("\n")).join("\n--\n");

/** One line per saved query and role. */
export function savedQueryTable(runs: readonly SavedQueryRun[]): string {
  const table = new Table({
    ...PLAIN,
    head: ["account", "role", "workgroup", "query", "kind", "rows"],
  });
  for (const { query, role, answer } of runs) {
    const rows = "error" in answer ? answer.error : `${answer.rows.length}${answer.more ? " and more" : ""}`;
    table.push([query.account, role, query.workgroup, query.name, query.kind, rows]);
  }
  return table.toString();
}
