/**
 * What DuckDB must be told to run Athena's reconciliation statements: three functions under Athena's names, and how a
 * moment becomes text.
 */

/** Statements to run once on a connection. */
export const CHECKSUM_FUNCTIONS: readonly string[] = [
  // DuckDB's md5 takes a text, as UTF-8, and answers in hexadecimal digits at once.
  "CREATE OR REPLACE MACRO to_utf8(value) AS value",
  "CREATE OR REPLACE MACRO to_hex(value) AS CASE typeof(value) WHEN 'BLOB' THEN hex(value) ELSE CAST(value AS VARCHAR) END",
  // https://trino.io/docs/current/functions/conversion.html
  "CREATE OR REPLACE MACRO from_base(digits, base) AS CAST('0x' || digits AS BIGINT)",
];

/** DuckDB's cast leaves zeros out at the end of a second's fraction; Athena's writes six digits. */
export const withDuckDbMoments = (sql: string): string =>
  sql.replaceAll(
    /CAST\(CAST\(("(?:[^"]|"")+") AS timestamp\(6\)\) AS varchar\)/g,
    (_, column: string) => `strftime(${column}, '%Y-%m-%d %H:%M:%S.%f')`,
  );
