/**
 * What DuckDB must be told to run Athena's statements as they are: three functions under Athena's names, what time it is,
 * and what the parameters are. Everything else means the same to both; a table is given the hidden column `$path` as a
 * column of its own.
 */

/** Statements to run once on a connection. */
export const ATHENA_FUNCTIONS: readonly string[] = [
  // https://trino.io/docs/current/functions/regexp.html: both search for the pattern anywhere in the text.
  "CREATE OR REPLACE MACRO regexp_like(value, pattern) AS regexp_matches(value, pattern)",
  // https://trino.io/docs/current/functions/datetime.html: with a zone; DuckDB's timestamp of such a text is in UTC.
  "CREATE OR REPLACE MACRO from_iso8601_timestamp(value) AS CAST(value AS TIMESTAMP)",
  // Of whole microseconds, which is all that DuckDB has; with a zone too, and sessions of Athena are in UTC.
  "CREATE OR REPLACE MACRO from_unixtime_nanos(value) AS make_timestamp(CAST(CAST(value AS HUGEINT) // 1000 AS BIGINT))",
];

/** Hive's type names where DuckDB has another one. */
const TYPES: Readonly<Record<string, string>> = { string: "varchar", binary: "blob", float: "real" };

/** A catalog type as DuckDB writes it. */
export const duckDbType = (catalogType: string): string => TYPES[catalogType] ?? catalogType;

/** Quoted names, texts and comments: nothing in them is rewritten. */
const UNTOUCHED = String.raw`'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|/\*[\s\S]*?\*/`;

/** Replaces what a pattern finds outside quotes and comments. */
const outsideQuotes = (sql: string, pattern: string, replace: (found: string) => string): string =>
  sql.replaceAll(new RegExp(`${UNTOUCHED}|(${pattern})`, "gi"), (whole: string, found: string | undefined) =>
    found === undefined ? whole : replace(found),
  );

/**
 * A statement that takes `now` for the time at which it runs, as ISO 8601 in UTC. Sessions of Athena are in UTC, so the
 * zone that Trino's `current_timestamp` carries changes no comparison and is left out.
 * https://trino.io/docs/current/functions/datetime.html
 */
export function atTime(sql: string, now: string): string {
  const time = new Date(now).toISOString().replace("T", " ").replace("Z", "");
  return outsideQuotes(
    sql,
    String.raw`\b(?:current_date\b|(?:current_timestamp|localtimestamp)\b(?:\s*\(\s*\d+\s*\))?|now\s*\(\s*\))`,
    (found) => (found.toLowerCase().startsWith("current_date") ? `DATE '${time.slice(0, 10)}'` : `TIMESTAMP '${time}'`),
  );
}

/**
 * A statement with its parameters filled in, each a literal as Athena's ExecutionParameters has it: `30`, `'running'`.
 * https://docs.aws.amazon.com/athena/latest/ug/querying-with-prepared-statements-querying-using-execution-parameters.html
 * @throws Error as Athena words it when there are more or fewer than question marks
 */
export function withParameters(sql: string, parameters: readonly string[]): string {
  let used = 0;
  const filled = outsideQuotes(sql, String.raw`\?`, () => {
    const value = parameters[used] ?? "NULL";
    used += 1;
    return value;
  });
  if (used === parameters.length) return filled;
  throw new Error(
    `INVALID_PARAMETER_USAGE: Incorrect number of parameters: expected ${used} but found ${parameters.length}`,
  );
}
