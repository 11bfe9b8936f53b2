import { lakeType } from "../../contract/column-types";
import type { Engine } from "../../contract/engine";
import { canPartition, MOST_PARTITIONS, mostPartitions, partitionFieldName } from "../../contract/partition";
import type { Draft } from "../draft";
import { below, type Keys } from "../keys";
import { type Problem, problemAt } from "../problem";
import type { ColumnContract, Landscape, PartitionField, TableContract } from "../types";
import { environmentsOf, producersOf, sourcesOf, tablesOf, type Visit } from "../walk";
import type { Check } from "./check";

/** Partitions are of columns that reach the lake, by transforms that fit, and few enough for one statement to write to. */
export const partitions: Check = (landscape) =>
  environmentsOf(landscape)
    .flatMap(producersOf)
    .flatMap(sourcesOf)
    .flatMap((source) => {
      const { engine } = source.value;
      return engine === undefined ? [] : tablesOf(source).flatMap((table) => problemsOf(landscape, engine, table));
    });

function problemsOf(
  landscape: Draft<Landscape>,
  engine: Engine,
  { value: { columns, partitionedBy }, keys }: Visit<TableContract>,
): readonly Problem[] {
  if (columns === undefined || partitionedBy === undefined) return [];
  const problem = (at: Keys, found: unknown, remedy: string) => problemAt(landscape, at, found, remedy);
  const here = below(keys, "partitionedBy");
  const counts: number[] = [];
  const single = partitionedBy.flatMap((field, index) => {
    if (field?.column === undefined || field.transform === undefined) return [];
    const column = Object.hasOwn(columns, field.column) ? columns[field.column] : undefined;
    const verdict = judge(engine, field, column);
    if (typeof verdict !== "string") {
      if (verdict !== undefined) counts.push(verdict);
      return [];
    }
    const place = below(here, index, verdict === UNKNOWN_COLUMN ? "column" : "transform");
    return [problem(place, verdict === UNKNOWN_COLUMN ? field.column : field.transform, verdict)];
  });
  const named = nameProblems(columns, partitionedBy).map(({ index, remedy }) =>
    problem(below(here, index), partitionedBy[index], remedy),
  );
  const together = counts.reduce((product, count) => product * count, 1);
  if (single.length > 0 || named.length > 0 || together <= MOST_PARTITIONS) return [...single, ...named];
  const remedy = `write fewer or smaller fields: together they make up to ${together} partitions, and a statement of Athena writes to ${MOST_PARTITIONS}`;
  return [problem(here, partitionedBy, remedy)];
}

/**
 * Fields whose name something else has. Iceberg refuses such a partition, and a column that is added to a table with it.
 * https://iceberg.apache.org/spec/#partition-evolution
 */
function nameProblems(
  columns: Draft<TableContract["columns"]>,
  fields: readonly (Draft<PartitionField> | undefined)[],
): readonly { readonly index: number; readonly remedy: string }[] {
  const taken = new Set<string>();
  return fields.flatMap((field, index) => {
    const { column, transform } = field ?? {};
    if (column === undefined || transform === undefined) return [];
    const name = partitionFieldName({ column, transform });
    if (taken.has(name)) {
      return [{ index, remedy: `remove it: Iceberg calls it \`${name}\`, as it does an earlier field` }];
    }
    taken.add(name);
    const other = name !== column && Object.hasOwn(columns, name) ? columns[name] : undefined;
    if (other === undefined || other.classification === "forbidden") return [];
    const remedy = `write another field, or make the column \`${name}\` \`forbidden\`: Iceberg calls the field so too, and refuses both in one table`;
    return [{ index, remedy }];
  });
}

const UNKNOWN_COLUMN = "write a column of the table that reaches the lake";

/** What is wrong with a field, or how many partitions it makes; nothing when the contract is too broken to tell. */
function judge(
  engine: Engine,
  field: Draft<PartitionField>,
  column: Draft<ColumnContract> | undefined,
): string | number | undefined {
  if (column === undefined || column.classification === "forbidden") return UNKNOWN_COLUMN;
  const outcome = column.type === undefined ? undefined : lakeType(engine, column.type);
  if (outcome === undefined || "refused" in outcome || column.type === undefined) return undefined;
  const { transform, column: name } = field;
  if (transform === undefined || name === undefined) return undefined;
  if (!canPartition({ transform }, outcome.curated)) {
    return `write another transform or column: \`${transform}\` does not work on \`${outcome.curated}\``;
  }
  if (transform === "bucket") return field.buckets === undefined ? undefined : field.buckets + 1;
  const many = "write `bucket`: nobody can tell how many values the column has, and each would be a partition";
  return mostPartitions({ transform, column: name }, column.type) ?? many;
}
