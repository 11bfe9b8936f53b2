import type { DuckDBConnection } from "@duckdb/node-api";
import { quoted } from "../../../model/sql/identifiers";
import { textLiteral } from "../../../model/sql/literals";
import { ask } from "../../engine/rows";
import type { PlannedColumn, PlannedTable } from "../../replication/types";
import { currentSchema } from "../../source-systems/sql";
import { urlOf } from "../catalog/place";
import { type Catalog, type IcebergTable, nameOf } from "../catalog/types";
import type { Flow } from "../merge/flows";
import type { ComparedColumn, Pair } from "./types";

/** A pair, or why there is none. */
export interface Paired {
  readonly pair: Pair | undefined;
  readonly problems: readonly string[];
}

/**
 * The table that a source table becomes: its folder is that of a change table, and a merge reads that and writes the
 * current-state table.
 */
export async function pairOf(
  connection: DuckDBConnection,
  catalog: Catalog,
  flows: readonly Flow[],
  plan: PlannedTable,
  rows: string,
): Promise<Paired> {
  const source = `${plan.source.schema}.${plan.source.name}`;
  const alone = (problem: string): Paired => ({ pair: undefined, problems: [`${source}: ${problem}`] });
  const changes = catalog.files.find(
    ({ partitions, place }) => partitions !== undefined && place.bucket === plan.bucket && place.prefix === plan.prefix,
  );
  if (changes === undefined) return alone(`no change table is declared over its folder ${urlOf(plan)}`);
  const flow = flows.find((each) => nameOf(each.changes) === nameOf(changes));
  if (flow === undefined) return alone(`no merge reads ${nameOf(changes)}`);
  const current = catalog.iceberg.find((table) => nameOf(table) === nameOf(flow.current));
  if (current === undefined) return alone(`${nameOf(flow.current)}, into which it is merged, is no Iceberg table`);
  const types = await sourceTypes(connection, plan);
  const columns = current.columns.flatMap(({ name }): readonly ComparedColumn[] => {
    const column = plan.columns.find((each) => each.name.toLowerCase() === name);
    return column === undefined ? [] : [compared(column, name, types.get(column.source.name) ?? "VARCHAR")];
  });
  return {
    pair: { plan, rows, database: current.database, table: current.name, columns },
    problems: [...unpaired(plan, current, source), ...otherKey(plan, flow, source)],
  };
}

/** A merge that finds rows by other columns than the key is wrong for rows that this bank may not have. */
function otherKey({ columns }: PlannedTable, { current, matchedBy }: Flow, source: string): readonly string[] {
  const key = columns.flatMap(({ name, isKey }) => (isKey ? [name.toLowerCase()] : []));
  if (matchedBy === undefined || key.toSorted().join("\n") === matchedBy.toSorted().join("\n")) return [];
  return [
    `${nameOf(current)}: its merge finds rows by ${matchedBy.join(", ")}, but the key of ${source} is ${key.join(", ")}`,
  ];
}

/** Columns that are on one side only. */
function unpaired(plan: PlannedTable, current: IcebergTable, source: string): readonly string[] {
  const arriving = new Set(plan.columns.map(({ name }) => name.toLowerCase()));
  const declared = new Set(current.columns.map(({ name }) => name));
  return [
    ...[...declared]
      .filter((name) => !arriving.has(name))
      .map((name) => `${nameOf(current)}: column ${name} is declared, but nothing of ${source} arrives as it`),
    ...[...arriving]
      .filter((name) => !declared.has(name))
      .map((name) => `${nameOf(current)}: column ${name} arrives from ${source}, but is not in the table`),
  ];
}

async function sourceTypes(connection: DuckDBConnection, plan: PlannedTable): Promise<ReadonlyMap<string, string>> {
  const { name } = plan.source;
  const schema = currentSchema(plan.source);
  const { rows } = await ask(
    connection,
    `SELECT column_name, data_type FROM duckdb_columns() WHERE database_name = 'bank' AND schema_name = ${textLiteral(schema)} AND table_name = ${textLiteral(name)}`,
  );
  return new Map(rows.map(([column, type]) => [column ?? "", type ?? ""]));
}

/** No value may lose anything on its way. One of the lake that does not fit into the type of the source is different too. */
function compared(column: PlannedColumn, name: string, type: string): ComparedColumn {
  const source = `s.${quoted(column.source.name)}`;
  const lake = `l.${quoted(name)}`;
  const arrived = `TRY_CAST(${lake} AS ${type})`;
  const lossless = `${arrived} IS NOT DISTINCT FROM ${source} AND (${lake} IS NULL) = (${source} IS NULL)`;
  return { name, isKey: column.isKey, expected: source, arrived, differs: `NOT (${lossless})` };
}
