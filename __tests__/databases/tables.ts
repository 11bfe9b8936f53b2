import type { TableContract } from "../../model/landscape/types";

/** Statement that makes a table as its contract promises it, with all types in the words of the engine. */
export function createTable({ schema, name, columns, primaryKey }: TableContract, quote: "`" | '"'): string {
  const quoted = (identifier: string): string => `${quote}${identifier}${quote}`;
  const lines = Object.entries(columns).map(
    ([column, { type }]) => `${quoted(column)} ${type} ${primaryKey.includes(column) ? "NOT NULL" : "NULL"}`,
  );
  const key = `PRIMARY KEY (${primaryKey.map(quoted).join(", ")})`;
  return `CREATE TABLE ${quoted(schema)}.${quoted(name)} (${[...lines, key].join(", ")})`;
}
