import type { TableRecord, TablesLock } from "./lock";

/**
 * A source's tables as lines: each table, and below it its key, its partition and its columns.
 * @param tables by name
 */
export const tableLines = (source: string, tables: Readonly<Record<string, TableRecord>>): readonly string[] =>
  Object.entries(tables).flatMap(([name, { primaryKey, partitionedBy, columns }]) => [
    `${source}.${name}`,
    `  key ${primaryKey.join(", ")}`,
    ...partitionedBy.map((field) => `  partition ${field}`),
    ...Object.entries(columns).map(([column, type]) => `  column ${column} ${type}`),
  ]);

const LINE = /^ {2}(?:key (?<key>\S.*)|partition (?<field>\S.*)|column (?<column>\S+) (?<type>\S.*))$/;

/**
 * The tables that such lines say.
 * @param file where they were read, for the message
 * @throws Error when a line says nothing of a table
 */
export function tablesIn(lines: readonly string[], file: string): TablesLock {
  const sources: Record<string, Record<string, TableRecord>> = {};
  let table: { primaryKey: string[]; partitionedBy: string[]; columns: Record<string, string> } | undefined;
  for (const line of lines.filter((each) => each !== "")) {
    const [, source, name] = /^([a-z][\w-]*)\.(\S+)$/.exec(line) ?? [];
    if (source !== undefined && name !== undefined) {
      table = { primaryKey: [], partitionedBy: [], columns: {} };
      sources[source] = { ...sources[source], [name]: table };
      continue;
    }
    const { key, field, column, type } = LINE.exec(line)?.groups ?? {};
    if (table !== undefined && key !== undefined) table.primaryKey.push(...key.split(", "));
    else if (table !== undefined && field !== undefined) table.partitionedBy.push(field);
    else if (table !== undefined && column !== undefined && type !== undefined) table.columns[column] = type;
    else throw new Error(`${file}: "${line}" says nothing of a table: restore the file from version control`);
  }
  return sources;
}
