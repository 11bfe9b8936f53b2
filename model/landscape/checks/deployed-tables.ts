import { lakeType } from "../../contract/column-types";
import type { Engine } from "../../contract/engine";
import { widens } from "../../contract/widening";
import { partitionText, type TableRecord } from "../../tables/lock";
import { type Draft, isWhole } from "../draft";
import { below, type Keys } from "../keys";
import { problemAt } from "../problem";
import type { PartitionField, Source, TableContract } from "../types";
import { environmentsOf, producersOf, sourcesOf, tablesOf, type Visit } from "../walk";
import type { Check } from "./check";

const PAGE = "docs/tables.md";

/** A contract asks nothing of a deployed table that Iceberg cannot do without losing rows or values. */
export const deployedTables: Check = (landscape, { deployed } = {}) =>
  environmentsOf(landscape).flatMap((environment) => {
    const lock = deployed?.[environment.value.name ?? ""] ?? {};
    return producersOf(environment)
      .flatMap(sourcesOf)
      .flatMap((source) => {
        const records = Object.entries(lock[source.value.name ?? ""] ?? {});
        return records.flatMap(([name, record]) => findings(source, name, record));
      })
      .map(({ keys, found, remedy }) => problemAt(landscape, keys, found, remedy));
  });

/** A problem before it is located. */
interface Found {
  readonly keys: Keys;
  readonly found: unknown;
  readonly remedy: string;
}

function findings(source: Visit<Source>, name: string, record: TableRecord): readonly Found[] {
  const table = tablesOf(source).find(({ value }) => value.name === name);
  if (table === undefined) {
    if (!isWhole(source.value.tables?.map((each) => each?.name))) return [];
    const remedy = `write the contract of \`${name}\` again: its table is deployed and holds the only copy of its rows; ${PAGE} tells how to give a table up`;
    return [{ keys: below(source.keys, "tables"), found: undefined, remedy }];
  }
  return [
    ...keyFindings(table, record),
    ...partitionFindings(table, record),
    ...columnFindings(source.value.engine, table, record),
  ];
}

function keyFindings({ value: { primaryKey }, keys }: Visit<TableContract>, record: TableRecord): readonly Found[] {
  if (!isWhole(primaryKey) || primaryKey.toSorted().join() === record.primaryKey.join()) return [];
  const remedy = `write \`${JSON.stringify(record.primaryKey)}\`: rows are found by the key that the table was made with; ${PAGE} tells how to move to another`;
  return [{ keys: below(keys, "primaryKey"), found: primaryKey, remedy }];
}

function partitionFindings({ value, keys }: Visit<TableContract>, record: TableRecord): readonly Found[] {
  const fields = value.partitionedBy ?? [];
  if (!isWhole(fields) || !fields.every(isField)) return [];
  const texts = fields.map(partitionText);
  if (texts.join() === record.partitionedBy.join()) return [];
  const was = record.partitionedBy.length === 0 ? "nothing" : record.partitionedBy.map((text) => `\`${text}\``).join();
  const remedy = `write what the table has, ${was}: files that exist stay as they are; ${PAGE} tells how to divide them anew`;
  return [{ keys: below(keys, "partitionedBy"), found: value.partitionedBy, remedy }];
}

const isField = (field: Draft<PartitionField>): field is PartitionField =>
  field.column !== undefined &&
  (field.transform === "bucket" ? field.buckets !== undefined : field.transform !== undefined);

function columnFindings(
  engine: Engine | undefined,
  { value: { columns, droppedColumns }, keys }: Visit<TableContract>,
  record: TableRecord,
): readonly Found[] {
  if (engine === undefined || columns === undefined) return [];
  return Object.entries(record.columns).flatMap(([name, was]) => {
    const here = below(keys, "columns", name);
    const column = columns[name];
    if (column === undefined && Object.hasOwn(columns, name)) return [];
    if (column === undefined || column.classification === "forbidden") {
      if (droppedColumns !== undefined && Object.hasOwn(droppedColumns, name)) return [];
      const remedy = `write the column again, or name it in \`droppedColumns\` of the table to remove it with its values: ${PAGE}`;
      return [{ keys: here, found: column?.classification, remedy }];
    }
    const outcome = column.type === undefined ? undefined : lakeType(engine, column.type);
    if (outcome === undefined || "refused" in outcome || outcome.curated === was || widens(was, outcome.curated))
      return [];
    const remedy = `write a type that is \`${was}\` in the lake, as the table has it, or a wider one; ${PAGE} tells how to move to another type`;
    return [{ keys: below(here, "type"), found: column.type, remedy }];
  });
}
