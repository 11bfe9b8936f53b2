import Table from "cli-table3";
import type { AccessRow } from "./access";
import { PLAIN } from "./table-style";

/** A deployed stack, for the table at the end. */
export interface StackRow {
  readonly account: string;
  readonly stack: string;
  /** Nothing when there is no state file to count in. */
  readonly resources: number | undefined;
  readonly stateFile: string;
  readonly seconds: number;
}

/** One line per stack. */
export function stackTable(rows: readonly StackRow[]): string {
  const table = new Table({
    ...PLAIN,
    head: ["account", "stack", "resources", "state file", "seconds"],
    colAligns: ["left", "left", "right", "left", "right"],
  });
  for (const { account, stack, resources, stateFile, seconds } of rows) {
    table.push([account, stack, resources ?? "?", stateFile, seconds.toFixed(1)]);
  }
  const sum = rows.reduce((total, { resources }) => total + (resources ?? 0), 0);
  table.push(["", `${rows.length} stacks`, sum, "", ""]);
  return table.toString();
}

/** One line per role and table: which columns it may read, which it may not, and of which rows. */
export function accessTable(rows: readonly AccessRow[]): string {
  const table = new Table({
    ...PLAIN,
    head: ["account", "team role", "table", "columns", "readable", "not readable", "rows"],
    colWidths: [null, null, null, null, 48, 24, 24],
    wordWrap: true,
  });
  for (const { account, role, table: name, readable, hidden, rows: conditions } of rows) {
    const count = `${readable.length} of ${readable.length + hidden.length}`;
    const which = conditions.join(" or ") || "all";
    table.push([account, role, name, count, readable.join(", "), hidden.join(", "), which]);
  }
  return table.toString();
}
