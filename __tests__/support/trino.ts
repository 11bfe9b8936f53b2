import { TrinoSQL } from "dt-sql-parser/dist/parser/trino";

/** What Trino's grammar, which is Athena's, has against a text; nothing when it is correct. */
export function syntaxErrors(sql: string): readonly string[] {
  return new TrinoSQL()
    .validate(sql)
    .map(({ startLine, startColumn, message }) => `${startLine}:${startColumn} ${message}`);
}
