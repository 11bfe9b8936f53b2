import { widens } from "../contract/widening";
import type { TableRecord, TablesLock } from "./lock";

/** What the next deployment does to the tables, or what it must not do. */
export interface TableChange {
  /** `<source>.<table>` */
  readonly table: string;
  readonly what: string;
  /** Whether the tables can follow by themselves. */
  readonly allowed: boolean;
}

/** Everything in which contracts differ from the tables as recorded. */
export function tableChanges(recorded: TablesLock, wanted: TablesLock): readonly TableChange[] {
  const sources = [...new Set([...Object.keys(recorded), ...Object.keys(wanted)])].toSorted();
  return sources.flatMap((source) => {
    const [before = {}, after = {}] = [recorded[source], wanted[source]];
    const tables = [...new Set([...Object.keys(before), ...Object.keys(after)])].toSorted();
    return tables.flatMap((name) =>
      changesOf(before[name], after[name]).map((change) => ({ table: `${source}.${name}`, ...change })),
    );
  });
}

type Change = Omit<TableChange, "table">;
const may = (what: string): Change => ({ what, allowed: true });
const mayNot = (what: string): Change => ({ what, allowed: false });
const differ = (one: readonly string[], other: readonly string[]): boolean => one.join() !== other.join();
const listed = (texts: readonly string[]): string => (texts.length === 0 ? "nothing" : texts.join(", "));

function changesOf(before: TableRecord | undefined, after: TableRecord | undefined): readonly Change[] {
  if (before === undefined) return [may("new table")];
  if (after === undefined) return [mayNot("the table has left the contracts")];
  return [
    ...(differ(before.primaryKey, after.primaryKey)
      ? [mayNot(`primary key ${listed(before.primaryKey)} becomes ${listed(after.primaryKey)}`)]
      : []),
    ...(differ(before.partitionedBy, after.partitionedBy)
      ? [mayNot(`partitioned by ${listed(before.partitionedBy)} becomes ${listed(after.partitionedBy)}`)]
      : []),
    ...columnChanges(before, after),
  ];
}

function columnChanges(before: TableRecord, after: TableRecord): readonly Change[] {
  const gone = Object.keys(before.columns).filter((name) => !(name in after.columns));
  return [
    ...gone.map((name) => mayNot(`column ${name} has left the contract`)),
    ...Object.entries(after.columns).flatMap(([name, type]) => {
      const was = before.columns[name];
      if (was === type) return [];
      if (was === undefined) return [may(`new column ${name} ${type}`)];
      const change = `column ${name} ${was} becomes ${type}`;
      return [widens(was, type) ? may(change) : mayNot(change)];
    }),
  ];
}
