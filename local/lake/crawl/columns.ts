import { type FileTable, nameOf } from "../catalog/types";
import type { FileSchema } from "../files/schemas";
import { isRounded, readable } from "../files/types";
import type { Finding } from "./types";

/** A file and what it holds. */
export interface ScannedFile {
  /** `s3://bucket/key` */
  readonly url: string;
  readonly schema: FileSchema;
}

const RULES = "the rules of the DMS task that include, remove or rename columns";

/**
 * What files hold, compared with the columns that a table declares. That some files lack a column is no finding: it may
 * have been added at the source since.
 * @param later files of the same source table that were written after these
 */
export function columnFindings(
  table: FileTable,
  files: readonly ScannedFile[],
  later: readonly ScannedFile[],
): readonly Finding[] {
  const name = nameOf(table);
  const schemas = bySchema(files);
  const found = new Set(schemas.flatMap(({ schema }) => [...schema.keys()]));
  const declared = new Set([...table.columns, ...(table.partitions?.columns ?? [])].map((column) => column.name));
  const added = new Set(bySchema(later).flatMap(({ schema }) => [...schema.keys()]));
  const missing = table.columns
    .filter((column) => !found.has(column.name) && !added.has(column.name))
    .map((column) => ({
      table: name,
      found: `column ${column.name} is declared, but is in none of ${files.length} files`,
      look: `${RULES}; the table's columns in the catalog`,
    }));
  const extra = [...found]
    .filter((column) => !declared.has(column))
    .map((column) => ({
      table: name,
      found: `column ${column} is in ${count(schemas, column)} of ${files.length} files, but is not declared`,
      look: `${RULES}: a column that the lake must not have is removed there; else declare it`,
    }));
  return [...missing, ...extra, ...typeFindings(table, schemas)];
}

interface SchemaGroup {
  readonly schema: FileSchema;
  readonly files: number;
  readonly example: string;
}

function bySchema(files: readonly ScannedFile[]): readonly SchemaGroup[] {
  const groups = new Map<FileSchema, SchemaGroup>();
  for (const { schema, url } of files) {
    const group = groups.get(schema) ?? { schema, files: 0, example: url };
    groups.set(schema, { ...group, files: group.files + 1 });
  }
  return [...groups.values()];
}

const count = (groups: readonly SchemaGroup[], column: string): number =>
  groups.reduce((sum, { schema, files }) => (schema.has(column) ? sum + files : sum), 0);

function typeFindings(table: FileTable, groups: readonly SchemaGroup[]): readonly Finding[] {
  return table.columns.flatMap(({ name, type }) => {
    const wrong = new Map(
      groups.flatMap(({ schema, example }) => {
        const found = schema.get(name);
        return found === undefined || (readable(type, found) && !isRounded(type, found))
          ? []
          : [[found, example] as const];
      }),
    );
    return [...wrong].map(([found, example]) => ({
      table: nameOf(table),
      found: `column ${name} is declared as ${type}, but files hold ${found}, which Athena ${isRounded(type, found) ? "rounds to milliseconds" : `does not read as ${type}`}: ${example}`,
      look: "the column's type in the catalog; rules of the DMS task that change types; ParquetTimestampInMillisecond of its S3 endpoint",
    }));
  });
}
