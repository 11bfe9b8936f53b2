/**
 * Statements that change a table's columns, in Athena's DDL, which is Hive's: names in backticks, types of Hive. Athena has
 * no IF NOT EXISTS for columns, so who runs them looks at the table first.
 * https://docs.aws.amazon.com/athena/latest/ug/querying-iceberg-evolving-table-schema.html
 */
import type { CatalogColumn } from "../contract/lake-columns";

/** Names of a landscape hold no backtick. */
const named = (...parts: readonly string[]): string => parts.map((part) => `\`${part}\``).join(".");

/** Escaped as in Hive: https://cwiki.apache.org/confluence/display/Hive/Literals */
const text = (value: string): string => `'${value.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;

/** Adds a column, which has no value in the rows that exist. */
export const addColumn = (database: string, table: string, { name, type }: CatalogColumn): string =>
  `ALTER TABLE ${named(database, table)} ADD COLUMNS (${named(name)} ${type})`;

/** Gives a column its type and comment. Iceberg refuses a type that is not wider. */
export const changeColumn = (database: string, table: string, { name, type, comment }: CatalogColumn): string =>
  `ALTER TABLE ${named(database, table)} CHANGE COLUMN ${named(name)} ${named(name)} ${type} COMMENT ${text(comment)}`;

/** Removes a column with its values. */
export const dropColumn = (database: string, table: string, name: string): string =>
  `ALTER TABLE ${named(database, table)} DROP COLUMN ${named(name)}`;
