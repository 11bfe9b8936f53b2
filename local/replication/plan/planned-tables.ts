import type { BankDatabase, BankTable } from "../../source-systems/types";
import { targetName } from "../mappings/naming";
import { isSelected } from "../mappings/selection";
import { type Problem, refuseAll } from "../problem";
import type { DeployedTask, PlannedColumn, PlannedTable } from "../types";
import { addedColumns, isRemoved, plannedColumn } from "./columns";
import { rowFilters } from "./row-filters";

type Planned = { readonly table: PlannedTable; readonly problems: readonly Problem[] };

/** Names that occur twice whatever their case: Glue and Athena know no case. */
const repeated = (names: readonly string[]): readonly string[] => {
  const lower = names.map((name) => name.toLowerCase());
  return [...new Set(lower.filter((name, index) => lower.indexOf(name) < index))];
};

function plannedTable(task: DeployedTask, source: BankTable): Planned {
  const { rules, target } = task;
  const where = `${task.name}, ${source.schema}.${source.name}`;
  const removed = source.columns.filter((column) => isRemoved(task, source, column));
  const read = source.columns
    .filter((column) => !removed.includes(column))
    .map((column) => plannedColumn(task, source, column));
  const columns = read.filter((column): column is PlannedColumn => "name" in column);
  const sequences = addedColumns(task, source);
  const schema = targetName(rules, { schema: source.schema });
  const name = targetName(rules, { schema: source.schema, table: source.name });
  const ours = [...(target.timestampColumn === undefined ? [] : [target.timestampColumn]), "Op"];
  const names = [...columns.map((column) => column.name), ...sequences, ...ours];
  const { filters, problems: ofFilters } = rowFilters(task, source);
  const keyless = source.primaryKey.length === 0;
  return {
    table: {
      source,
      bucket: target.bucket,
      prefix: [target.folder, schema.name, name.name, ""].filter((part, index) => index > 0 || part !== "").join("/"),
      schema: schema.name,
      name: name.name,
      columns,
      removed,
      filters,
      deletesByKey: task.source.engine === "postgresql",
      sequences,
    },
    problems: [
      ...read.flatMap((column) => ("name" in column ? [] : column)),
      ...schema.problems,
      ...name.problems,
      ...ofFilters,
      ...repeated(names).map((column) => ({
        where,
        found: `two columns called ${column} in the lake`,
        instead: "every name may be there once",
      })),
      ...(keyless
        ? [{ where, found: "no primary key", instead: "DMS brings neither its updates nor its deletions reliably" }]
        : []),
    ],
  };
}

/**
 * What a task makes of the tables of its source: which it takes along, where they go, and under which names and types
 * their columns arrive.
 * @throws ReplicationError when it takes none, or for what DMS would refuse or this replication does not imitate
 */
export function plannedTables(task: DeployedTask, database: BankDatabase): readonly PlannedTable[] {
  const planned = database.tables
    .filter((table) => isSelected(task.rules, table))
    .map((table) => plannedTable(task, table));
  const tables = planned.map(({ table }) => table);
  refuseAll([
    ...planned.flatMap(({ problems }) => problems),
    ...repeated(tables.map(({ prefix }) => prefix)).map((prefix) => ({
      where: task.name,
      found: `two tables in the folder ${prefix}`,
      instead: "DMS brings one table into one folder",
    })),
    ...(tables.length === 0
      ? [{ where: task.name, found: `no rule takes a table of ${database.database} along`, instead: "include some" }]
      : []),
  ]);
  return tables;
}
