import type { TableContract } from "../../model/landscape/types";

/** Types that number rows are never empty. */
const COUNTED = /serial/i;

/** Statement that makes a table as its contract promises it, with all types in the words of the engine. */
export function createTable({ schema, name, columns, primaryKey }: TableContract, quote: "`" | '"'): string {
  const quoted = (identifier: string): string => `${quote}${identifier}${quote}`;
  const isFilled = (column: string, type: string): boolean => primaryKey.includes(column) || COUNTED.test(type);
  const lines = Object.entries(columns).map(
    ([column, { type }]) => `${quoted(column)} ${type} ${isFilled(column, type) ? "NOT NULL" : "NULL"}`,
  );
  const key = `PRIMARY KEY (${primaryKey.map(quoted).join(", ")})`;
  return `CREATE TABLE ${quoted(schema)}.${quoted(name)} (${[...lines, key].join(", ")})`;
}
