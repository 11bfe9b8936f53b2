import Table from "cli-table3";
import { duration, shown } from "../rows/clock";
import { PLAIN } from "../table-style";
import type { Arrived, Lag } from "./lags";

const time = (moment: bigint | undefined): string => (moment === undefined ? "-" : shown(moment).slice(11));

/** How long after a commit it arrived. */
const lag = (arrived: Arrived | undefined): string =>
  arrived === undefined ? "-" : duration(arrived.at - arrived.commit);

/** One line per table: its newest commit at the source, in raw and in the current-state table. */
export function lagTable(lags: readonly Lag[]): string {
  const table = new Table({
    ...PLAIN,
    head: ["table", "newest commit", "newest in raw", "written", "newest merged", "merged", "lag"],
  });
  for (const { table: name, source, raw, curated } of lags) {
    table.push([
      name,
      time(source),
      time(raw?.commit),
      time(raw?.at),
      time(curated?.commit),
      time(curated?.at),
      lag(curated),
    ]);
  }
  return table.toString();
}
