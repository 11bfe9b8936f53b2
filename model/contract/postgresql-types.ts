import { decimal, refuse, type TypeRule, type } from "./type-rule";

const FRACTION = String.raw`(?:\([0-6]\))?`;

/**
 * Types of PostgreSQL, each with the type that DMS reads it as.
 * https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Source.PostgreSQL.html#CHAP_Source-PostgreSQL-DataTypes
 * and, for numeric without precision, its limitations.
 */
export const POSTGRESQL_TYPES: readonly TypeRule[] = [
  decimal("decimal|numeric"),
  refuse("decimal|numeric", "a precision and scale, for example numeric(14,2): DMS rounds others to 6 decimals"),
  refuse("money", "numeric(14,2) at the source: money depends on the locale of the server"),
  type("smallint|int2|smallserial|serial2", "INT2"),
  type("int|integer|int4|serial|serial4", "INT4"),
  type("bigint|int8|bigserial|serial8", "INT8"),
  type("real|float4", "REAL4"),
  type("double precision|float8", "REAL8"),
  // A text of five characters, `true` or `false`, unless both endpoints are told otherwise, and the S3 endpoint cannot be.
  type("boolean|bool", "STRING", { curated: "boolean" }),
  type(String.raw`(?:char|character)(?:\(\d+\))?|(?:varchar|character varying)\(\d+\)`, "WSTRING"),
  refuse("varchar|character varying", "a length, for example varchar(200): without one DMS treats it as a LOB"),
  type("uuid|inet|cidr|macaddr|interval", "STRING"),
  type("int4range|int8range|numrange|tsrange|tstzrange|daterange", "STRING"),
  type("text|json|jsonb|xml", "NCLOB"),
  type("date", "DATE"),
  type(`(?:timestamp|timestamptz)${FRACTION}|timestamp${FRACTION} with(?:out)? time zone`, "DATETIME"),
  refuse(
    `(?:time|timetz)${FRACTION}|time${FRACTION} with(?:out)? time zone`,
    "a timestamp, an interval or varchar(15): Athena cannot read the TIME that DMS writes",
  ),
  type("bytea", "BLOB"),
  refuse(String.raw`bit(?: varying)?(?:\(\d+\))?|varbit(?:\(\d+\))?`, "boolean for a flag, or an integer for several"),
  refuse(
    String.raw`.+\[\d*\]|hstore`,
    "jsonb at the source: DMS delivers it as a text in a form of its own, which no query of the lake takes apart",
  ),
  refuse("citext", "varchar(n) with a collation that ignores case: DMS does not know citext"),
  refuse("tsvector|tsquery", "`forbidden` as its classification, and search where the text is"),
  refuse(
    "point|line|lseg|box|path|polygon|circle|geometry.*|geography.*",
    "numeric columns for the coordinates, or `forbidden`: the lake has no geometry",
  ),
];
