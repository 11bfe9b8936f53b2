import Table from "cli-table3";
import type { Comparison } from "../lake";
import { PLAIN } from "../table-style";

/** One line per source table: what became of it. */
export function comparisonTable({ tables }: Comparison): string {
  const table = new Table({
    ...PLAIN,
    head: ["source", "rows", "current-state table", "rows", "differences", "left at the source", "loses"],
    colAligns: ["left", "right", "left", "right", "right", "left", "left"],
  });
  for (const { source, sourceRows, current, lakeRows, differences, leftAtSource, losses } of tables) {
    table.push([
      source,
      sourceRows,
      current ?? "none",
      lakeRows,
      differences.length,
      leftAtSource.join(", "),
      losses.length === 0 ? "nothing" : losses.join(", "),
    ]);
  }
  return table.toString();
}
