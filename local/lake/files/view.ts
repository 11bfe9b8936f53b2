import { join } from "node:path";
import { qualified, quoted } from "../../../model/sql/identifiers";
import { textLiteral } from "../../../model/sql/literals";
import { duckDbType } from "../../engine/athena-to-duckdb";
import type { PartitionPlace } from "../catalog/partition-places";
import type { CatalogColumn, FileTable } from "../catalog/types";
import type { FileSchemas } from "./schemas";
import { isCounted, isRounded, readable } from "./types";

/** Files of a partition. */
export interface PartitionFiles extends PartitionPlace {
  readonly keys: readonly string[];
}

/** A view over a table's files. */
export interface FileView {
  readonly table: FileTable;
  readonly partitions: readonly PartitionFiles[];
  /** Folder of the mirror. */
  readonly folder: string;
  readonly schemas: FileSchemas;
}

/**
 * Statement that makes the view. Each partition is a branch with its values as constants, so that a condition on them
 * leaves files unopened; within one, a file lacking a column gives NULL, and one whose column Athena could not read as
 * declared makes every statement fail that reads this column.
 */
export function viewStatement(view: FileView): string {
  const { table, partitions } = view;
  const branches = partitions.flatMap((partition) => branchesOf(view, partition));
  const body = branches.length === 0 ? nothing(table) : branches.join("\nUNION ALL\n");
  return `CREATE OR REPLACE VIEW ${qualified(table.database, table.name)} AS\n${body}`;
}

/** The same columns without a row. */
function nothing({ columns, partitions }: FileTable): string {
  const all = [...columns, ...(partitions?.columns ?? []), { name: "$path", type: "string" }];
  const empty = all.map(({ name, type }) => `CAST(NULL AS ${duckDbType(type)}) AS ${quoted(name)}`);
  return `SELECT ${empty.join(", ")} WHERE false`;
}

/** A branch for the files that are read as they are, and one for each group whose columns are read otherwise alike. */
function branchesOf(view: FileView, partition: PartitionFiles): readonly string[] {
  const { bucket } = partition.place;
  const groups = new Map<string, { readonly files: string[]; readonly others: ReadonlyMap<string, string> }>();
  for (const key of partition.keys) {
    const file = join(view.folder, bucket, key);
    const others = readOtherwise(view, file);
    const id = JSON.stringify([...others]);
    const group = groups.get(id) ?? { files: [], others };
    group.files.push(file);
    groups.set(id, group);
  }
  return [...groups.values()].map(({ files, others }) => branch(view, partition, files, others));
}

/** Columns that Athena does not read as they are in the file, with their type there. */
function readOtherwise({ table, schemas }: FileView, file: string): ReadonlyMap<string, string> {
  const schema = schemas.of(file);
  return new Map(
    table.columns.flatMap(({ name, type }) => {
      const found = schema.get(name);
      const same = found === undefined || (readable(type, found) && !isCounted(type, found) && !isRounded(type, found));
      return same ? [] : [[name, found] as const];
    }),
  );
}

function branch(
  { table, folder }: FileView,
  { place, values }: PartitionFiles,
  files: readonly string[],
  others: ReadonlyMap<string, string>,
): string {
  const good = table.columns.filter(({ name, type }) => {
    const found = others.get(name);
    return found === undefined || readable(type, found);
  });
  const example = `s3://${place.bucket}/${(files[0] ?? "").slice(join(folder, place.bucket).length + 1)}`;
  const columns = table.columns.map((column) => valueOf(column, others.get(column.name), example));
  const constants = (table.partitions?.columns ?? []).map(
    ({ name, type }, index) => `CAST(${textLiteral(values[index] ?? "")} AS ${duckDbType(type)}) AS ${quoted(name)}`,
  );
  const path = `concat('s3://', substr(filename, ${folder.length + 2})) AS "$path"`;
  const schema = good.length === 0 ? "" : `, schema = MAP {${good.map((each) => declared(each, others)).join(", ")}}`;
  return `SELECT ${[...columns, ...constants, path].join(", ")} FROM read_parquet([${files.map(textLiteral).join(", ")}], filename = true, hive_partitioning = false${schema})`;
}

/** What a column is read as, when its type in the file is another one that is given. */
function valueOf({ name, type }: CatalogColumn, found: string | undefined, example: string): string {
  if (found === undefined) return quoted(name);
  if (isCounted(type, found)) return `epoch_us(${quoted(name)}) AS ${quoted(name)}`;
  if (isRounded(type, found))
    return `date_trunc('millisecond', ${quoted(name)} + INTERVAL 500 MICROSECOND) AS ${quoted(name)}`;
  const reason = `HIVE_BAD_DATA: Field ${name}'s type ${found} in parquet file ${example} is incompatible with type ${type} defined in table schema`;
  return `CAST(error(${textLiteral(reason)}) AS ${duckDbType(type)}) AS ${quoted(name)}`;
}

/** A column for DuckDB's reader, which finds it by its name whatever its case. */
function declared({ name, type }: CatalogColumn, others: ReadonlyMap<string, string>): string {
  return `${textLiteral(name)}: {name: ${textLiteral(name)}, type: ${textLiteral(others.get(name) ?? duckDbType(type))}, default_value: NULL}`;
}
