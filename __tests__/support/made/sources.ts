import { column } from "../../../model/contract/column";
import type { AuroraEngine } from "../../../model/contract/engine";
import type { ClusterSource, TableContract } from "../../../model/landscape/types";

/** A table of these columns, by name. */
export const table = (
  name: string,
  columns: Readonly<Record<string, string>>,
  primaryKey: readonly string[],
): TableContract => ({
  schema: "made",
  name,
  description: "Made",
  primaryKey,
  columns: Object.fromEntries(Object.entries(columns).map(([each, type]) => [each, column(type, "internal", "Made")])),
});

/** A table with a column of each of the types: `c0` and so on. */
export const everyType = (name: string, types: readonly string[]): TableContract =>
  table(name, { id: "bigint", ...Object.fromEntries(types.map((type, index) => [`c${index}`, type])) }, ["id"]);

/** A source as far as its rows depend on it. */
export const source = (name: string, engine: AuroraEngine, tables: readonly TableContract[]): ClusterSource => ({
  name,
  domain: "loans",
  engine,
  database: "made",
  engineVersion: "any",
  instanceClass: "any",
  replication: { minimumCapacity: 1, maximumCapacity: 1 },
  lobMaxKb: 64,
  tables,
});
