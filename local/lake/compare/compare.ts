import type { DuckDBConnection } from "@duckdb/node-api";
import type { PlannedTable } from "../../replication/types";
import { currentOf } from "../../source-systems/sql";
import type { BankTable } from "../../source-systems/types";
import { type Catalog, nameOf } from "../catalog/types";
import type { Flow } from "../merge/flows";
import { compareTable } from "./compare-table";
import { pairOf } from "./pairs";
import type { Comparison, Pair, TableComparison } from "./types";

/** What is compared: everything here is read from what is deployed. */
export interface CompareProps {
  readonly catalog: Catalog;
  readonly flows: readonly Flow[];
  /** What the tasks make of the source tables. */
  readonly plans: readonly PlannedTable[];
  /**
   * Rows of a source table that must be in the lake, in SQL. Not what the tasks leave out: that may be the mistake.
   * @default - all rows
   */
  readonly rowsOf?: (table: BankTable) => string;
}

/** Whether a part of the key is in no column of the lake: `pairOf` has said so, and rows cannot be found again. */
const lacksKey = ({ plan, columns }: Pair): boolean =>
  columns.filter(({ isKey }) => isKey).length !== plan.source.primaryKey.length;

/**
 * Compares every captured source table, in the catalog `bank` of the connection, with the current-state table that it
 * becomes: rows by key, columns one by one.
 */
export async function compareWithSources(
  connection: DuckDBConnection,
  { catalog, flows, plans, rowsOf = currentOf }: CompareProps,
): Promise<Comparison> {
  const tables: TableComparison[] = [];
  const met = new Set<string>();
  for (const plan of plans) {
    const { pair, problems } = await pairOf(connection, catalog, flows, plan, rowsOf(plan.source));
    const current = pair === undefined ? undefined : `${pair.database}.${pair.table}`;
    if (current !== undefined) met.add(current);
    const compared = pair === undefined || lacksKey(pair) ? undefined : await compareTable(connection, pair);
    tables.push({
      source: `${plan.source.schema}.${plan.source.name}`,
      current,
      sourceRows: compared?.sourceRows ?? 0,
      lakeRows: compared?.lakeRows ?? 0,
      differences: [...problems, ...(compared?.differences ?? [])],
      leftAtSource: plan.removed.map(({ name }) => name),
      losses: plan.columns.flatMap(({ name, loses }) => (loses === undefined ? [] : [`${name}: ${loses}`])),
    });
  }
  const lone = flows
    .map(({ current }) => nameOf(current))
    .filter((name) => !met.has(name))
    .map((name) => `${name}: no task captures a table for it`);
  return { tables, differences: [...tables.flatMap(({ differences }) => differences), ...lone] };
}
