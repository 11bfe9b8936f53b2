import type { BankColumn, BankEngine } from "./types";

/** Spellings of one engine's types, and the type of DuckDB that holds all their values. */
type Types = readonly (readonly [spelling: RegExp, duckDb: string])[];

const types = (spellings: Readonly<Record<string, string>>): Types =>
  Object.entries(spellings).map(([spelling, type]) => [new RegExp(`^(?:${spelling})$`), type]);

const WIDTH = String.raw`(?:\(\d+\))?`;

const TYPES: Readonly<Record<BankEngine, Types>> = {
  mysql: types({
    [`tinyint${WIDTH}|bool|boolean`]: "TINYINT",
    [`tinyint${WIDTH} unsigned`]: "UTINYINT",
    [`smallint${WIDTH}|year${WIDTH}`]: "SMALLINT",
    [`smallint${WIDTH} unsigned`]: "USMALLINT",
    [`(?:mediumint|int|integer)${WIDTH}`]: "INTEGER",
    [`(?:mediumint|int|integer)${WIDTH} unsigned`]: "UINTEGER",
    [`bigint${WIDTH}`]: "BIGINT",
    [`bigint${WIDTH} unsigned|serial`]: "UBIGINT",
    [String.raw`(?:decimal|numeric|dec|fixed)\((\d+)(?:, ?(\d+))?\)(?: unsigned)?`]: "DECIMAL",
    [String.raw`(?:float|double|double precision|real)(?:\(.+\))?(?: unsigned)?`]: "DOUBLE",
    [String.raw`bit(?:\(1\))?`]: "BOOLEAN",
    date: "DATE",
    [`(?:datetime|timestamp)${WIDTH}`]: "TIMESTAMP",
    [`(?:var)?binary${WIDTH}|(?:tiny|medium|long)?blob`]: "BLOB",
  }),
  postgresql: types({
    "smallint|int2|smallserial|serial2": "SMALLINT",
    "integer|int|int4|serial|serial4": "INTEGER",
    "bigint|int8|bigserial|serial8": "BIGINT",
    [String.raw`(?:decimal|numeric)\((\d+)(?:, ?(\d+))?\)`]: "DECIMAL",
    "real|float4": "FLOAT",
    "double precision|float8": "DOUBLE",
    "boolean|bool": "BOOLEAN",
    date: "DATE",
    [`timestamp(?:tz)?${WIDTH}(?: with(?:out)? time zone)?`]: "TIMESTAMP",
    bytea: "BLOB",
  }),
};

/** A type in one spelling: lower case, single blanks. Not for labels, whose case counts. */
export const spelled = (type: string): string => type.trim().toLowerCase().replaceAll(/\s+/g, " ");

/**
 * DuckDB's type for a column. Types that are not listed are kept as the text that their database prints; lengths and
 * labels are checked by `checks`, not by DuckDB.
 */
export function duckDbColumnType(engine: BankEngine, { type }: Pick<BankColumn, "type">): string {
  for (const [spelling, duckDb] of TYPES[engine]) {
    const parts = spelling.exec(spelled(type));
    if (parts !== null) return duckDb === "DECIMAL" ? `DECIMAL(${parts[1] ?? "10"},${parts[2] ?? "0"})` : duckDb;
  }
  return "VARCHAR";
}
