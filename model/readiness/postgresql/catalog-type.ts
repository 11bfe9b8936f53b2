/** A type as PostgreSQL's catalog writes it, and how far a column may stay below it. */
export interface CatalogType {
  /** As `format_type` writes it: `character varying(20)`. */
  readonly written: string;
  /** The same without its number. */
  readonly base: string;
  /** Largest `atttypmod` that loses nothing; below zero where the type must be the very same. */
  readonly most: number;
  /** What a column without a number has. */
  readonly unlimited: number;
}

/** Other spellings. https://www.postgresql.org/docs/15/datatype.html */
const NAMES: Readonly<Record<string, string>> = {
  bool: "boolean",
  char: "character",
  decimal: "numeric",
  float4: "real",
  float8: "double precision",
  int: "integer",
  int2: "smallint",
  int4: "integer",
  int8: "bigint",
  smallserial: "smallint",
  serial2: "smallint",
  serial: "integer",
  serial4: "integer",
  bigserial: "bigint",
  serial8: "bigint",
  varchar: "character varying",
};

/** What `atttypmod` has besides the number of characters. */
const VARCHAR_HEADER = 4;
const DIGITS_OF_SECONDS = 6;

/** Written differently in no way but these; whatever is unknown is compared as it is. */
export function catalogType(type: string): CatalogType {
  const text = type.trim().toLowerCase().replaceAll(/\s+/g, " ");
  const [, word = text, numbers, rest = ""] = text.match(/^([a-z0-9 ]+?) ?\((.*)\)(.*)$/) ?? [];
  const name = NAMES[word] ?? word;
  if (name.startsWith("timestamp")) return moment(`${name}${rest}`, numbers);
  if (name === "numeric" && numbers !== undefined) {
    const [precision = "", scale = "0"] = numbers.split(",").map((part) => part.trim());
    return same(`numeric(${precision},${scale})`);
  }
  if (name === "character") return same(`character(${numbers ?? "1"})`);
  if (name === "character varying" && numbers !== undefined) {
    return {
      written: `${name}(${numbers})`,
      base: name,
      most: Number(numbers) + VARCHAR_HEADER,
      unlimited: 2 ** 31 - 1,
    };
  }
  return same(numbers === undefined ? name : `${name}(${numbers})${rest}`);
}

const same = (written: string): CatalogType => ({ written, base: written, most: -2, unlimited: 0 });

/** Digits of seconds that a column has less are zeros. */
function moment(words: string, digits: string | undefined): CatalogType {
  const zone = /^timestamptz|with time zone/.test(words) ? "with time zone" : "without time zone";
  return {
    written: `timestamp${digits === undefined ? "" : `(${digits})`} ${zone}`,
    base: `timestamp ${zone}`,
    most: Number(digits ?? DIGITS_OF_SECONDS),
    unlimited: DIGITS_OF_SECONDS,
  };
}
