import { datetime, exactly, numeric, plain, refused, type SourceType } from "./type-rule";

const OPTIONAL_FRACTION = String.raw`(?:\s*\((\d)\))?`;
const ZONE = "(?: with(?:out)? time zone)?";
const MICROSECONDS = 6;

/**
 * What DMS reads columns of PostgreSQL as. A boolean is the text `true` or `false`, since the S3 endpoint cannot be told
 * otherwise; a numeric without precision keeps six decimals, and one of more than 38 digits is text.
 * https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Source.PostgreSQL.html#CHAP_Source-PostgreSQL-DataTypes
 */
export const POSTGRESQL: readonly SourceType[] = [
  plain("smallint|int2|smallserial|serial2", "int2"),
  plain("integer|int|int4|serial|serial4", "int4"),
  plain("bigint|int8|bigserial|serial8", "int8"),
  numeric(String.raw`(?:numeric|decimal)\s*\((\d+)(?:\s*,\s*(\d+))?\)`, { kind: "string" }),
  exactly("numeric|decimal", { kind: "numeric", precision: 28, scale: 6, rounds: true }),
  exactly("money", { kind: "numeric", precision: 38, scale: 4 }),
  plain("real|float4", "real4"),
  plain("double precision|float8", "real8"),
  plain("boolean|bool", "string"),
  plain(String.raw`(?:char|character|bpchar)(?:\s*\(\d+\))?`, "wstring"),
  plain(String.raw`(?:varchar|character varying)\s*\(\d+\)`, "wstring"),
  plain("varchar|character varying|text|json|jsonb|xml|hstore", "nclob"),
  plain(String.raw`.+\[\d*\]`, "nclob"),
  plain("uuid|inet|cidr|macaddr|interval", "string"),
  plain("(?:int4|int8|num|ts|tstz|date)range", "string"),
  plain("date", "date"),
  datetime(`timestamp${OPTIONAL_FRACTION}${ZONE}|timestamptz${OPTIONAL_FRACTION}`, MICROSECONDS),
  refused(
    `time(?:tz)?${OPTIONAL_FRACTION}${ZONE}`,
    "times of day are not imitated: Athena cannot read what DMS writes",
  ),
  plain("bytea", "blob"),
];
