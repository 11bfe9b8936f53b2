/**
 * What the current-state tables look like where they are deployed, in a committed file per environment. A table holds the
 * only copy of its rows and Iceberg cannot make every change, so a contract is compared with it before anything is written.
 */

import { lakeColumns } from "../contract/lake-columns";
import { icebergTransform } from "../contract/partition";
import type { Environment, PartitionField, Source, TableContract } from "../landscape/types";

/** A current-state table as it was recorded. */
export interface TableRecord {
  /** Sorted. */
  readonly primaryKey: readonly string[];
  /** For example `bucket[16] loan_id`, in order. */
  readonly partitionedBy: readonly string[];
  /** Curated types by column name. */
  readonly columns: Readonly<Record<string, string>>;
}

/** The tables of an environment, by source and name. */
export type TablesLock = Readonly<Record<string, Readonly<Record<string, TableRecord>>>>;

/** One field of a partition as the file has it. */
export const partitionText = (field: PartitionField): string => `${icebergTransform(field)} ${field.column}`;

function recordOf(source: Source, table: TableContract): TableRecord {
  return {
    primaryKey: table.primaryKey.toSorted(),
    partitionedBy: (table.partitionedBy ?? []).map(partitionText),
    columns: Object.fromEntries(lakeColumns(source, table).map(({ name, curated }) => [name, curated])),
  };
}

const sorted = <T>(entries: readonly (readonly [string, T])[]): Readonly<Record<string, T>> =>
  Object.fromEntries(entries.toSorted(([one], [other]) => (one < other ? -1 : 1)));

/** The tables of an environment as its contracts have them. */
export function tablesLock({ producers }: Environment): TablesLock {
  const sources = producers.flatMap((producer) => producer.sources);
  return sorted(
    sources.map((source) => [
      source.name,
      sorted(source.tables.map((table) => [table.name, recordOf(source, table)] as const)),
    ]),
  );
}
