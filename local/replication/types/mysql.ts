import { datetime, exactly, numeric, plain, refused, type SourceType } from "./type-rule";

const OPTIONAL_WIDTH = String.raw`(?:\s*\(\d+\))?`;
const OPTIONAL_FRACTION = String.raw`(?:\s*\((\d)\))?`;

/**
 * What DMS reads columns of MySQL as. Times of day and sets arrive as text; the fraction of a second is only there when
 * the column declares one.
 * https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Source.MySQL.html#CHAP_Source.MySQL.DataTypes
 */
export const MYSQL: readonly SourceType[] = [
  plain(`tinyint${OPTIONAL_WIDTH}|bool|boolean`, "int1"),
  plain(`tinyint${OPTIONAL_WIDTH} unsigned`, "uint1"),
  plain(`smallint${OPTIONAL_WIDTH}`, "int2"),
  plain(`smallint${OPTIONAL_WIDTH} unsigned`, "uint2"),
  plain(`(?:mediumint|int|integer)${OPTIONAL_WIDTH}`, "int4"),
  plain(`(?:mediumint|int|integer)${OPTIONAL_WIDTH} unsigned`, "uint4"),
  plain(`bigint${OPTIONAL_WIDTH}`, "int8"),
  plain(`bigint${OPTIONAL_WIDTH} unsigned|serial`, "uint8"),
  numeric(String.raw`(?:decimal|dec|numeric|fixed)\s*\((\d+)(?:\s*,\s*(\d+))?\)(?: unsigned)?`, {
    refused: "decimals of more than 38 digits are not imitated",
  }),
  exactly("(?:decimal|dec|numeric|fixed)(?: unsigned)?", { kind: "numeric", precision: 10, scale: 0 }),
  plain(String.raw`(?:float|real|double|double precision)(?:\s*\(\d+(?:\s*,\s*\d+)?\))?(?: unsigned)?`, "real8"),
  plain(String.raw`bit(?:\s*\(1\))?`, "boolean"),
  plain(String.raw`bit\s*\(\d+\)`, "bytes"),
  plain("date", "date"),
  datetime(`(?:datetime|timestamp)${OPTIONAL_FRACTION}`, 0),
  plain(String.raw`time(?:\s*\(\d\))?`, "string"),
  plain(`year${OPTIONAL_WIDTH}`, "int2"),
  plain(`(?:char|character|nchar|varchar|nvarchar|character varying)${OPTIONAL_WIDTH}`, "wstring"),
  plain("tinytext|text", "wstring"),
  plain("mediumtext|longtext", "nclob"),
  plain("json", "clob"),
  plain(String.raw`(?:enum|set)\s*\(.*\)`, "wstring"),
  plain(`(?:binary|varbinary)${OPTIONAL_WIDTH}|tinyblob|blob`, "bytes"),
  plain("mediumblob|longblob", "blob"),
  refused(".*(?:geometry|point|linestring|polygon|geometrycollection)", "geometries are not imitated"),
];
