/** Column types of the two engines as DuckDB has them; lengths and labels are checked by `checks`, not by DuckDB. */

const ALIKE: Readonly<Record<string, string>> = {
  bigint: "BIGINT",
  integer: "INTEGER",
  "smallint unsigned": "USMALLINT",
  date: "DATE",
  timestamptz: "TIMESTAMP",
  "timestamp(6)": "TIMESTAMP",
  "datetime(6)": "TIMESTAMP",
  "bit(1)": "BOOLEAN",
  boolean: "BOOLEAN",
  text: "VARCHAR",
};

/** @throws for a type that no table of the bank has so far */
export function duckDbColumnType(type: string): string {
  const alike = ALIKE[type];
  if (alike !== undefined) return alike;
  const exact = /^(?:decimal|numeric)(\(\d+,\d+\))$/.exec(type)?.[1];
  if (exact !== undefined) return `DECIMAL${exact}`;
  if (/^(?:char|varchar)\(\d+\)$|^enum\(/.test(type)) return "VARCHAR";
  throw new Error(`no DuckDB type is known for ${type}: add it to local/source-systems/column-types.ts`);
}
