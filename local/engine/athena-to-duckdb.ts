/**
 * What DuckDB must be told to run Athena's statements as they are: two functions under Athena's names. Everything else
 * that the merge writes means the same to both; a table is given the hidden column `$path` as a column of its own.
 */

/** Statements to run once on a connection. */
export const ATHENA_FUNCTIONS: readonly string[] = [
  // https://trino.io/docs/current/functions/regexp.html: both search for the pattern anywhere in the text.
  "CREATE OR REPLACE MACRO regexp_like(value, pattern) AS regexp_matches(value, pattern)",
  // https://trino.io/docs/current/functions/datetime.html: with a zone; DuckDB's timestamp of such a text is in UTC.
  "CREATE OR REPLACE MACRO from_iso8601_timestamp(value) AS CAST(value AS TIMESTAMP)",
];

/** Hive's type names where DuckDB has another one. */
const TYPES: Readonly<Record<string, string>> = { string: "varchar", binary: "blob", float: "real" };

/** A catalog type as DuckDB writes it. */
export const duckDbType = (catalogType: string): string => TYPES[catalogType] ?? catalogType;
