import { decimal, padded, refuse, type TypeRule, type } from "./type-rule";

const WIDTH = String.raw`(?:\(\d+\))?`;
const FRACTION = String.raw`(?:\([0-6]\))?`;

/**
 * Types of MySQL, each with the type that DMS reads it as.
 * https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Source.MySQL.html#CHAP_Source.MySQL.DataTypes
 */
export const MYSQL_TYPES: readonly TypeRule[] = [
  decimal("decimal|numeric|dec|fixed", "(?: unsigned)?"),
  refuse("(?:decimal|numeric|dec|fixed)(?: unsigned)?", "a precision and scale, for example decimal(12,2)"),
  type(`tinyint${WIDTH}|bool|boolean`, "INT1"),
  type(`tinyint${WIDTH} unsigned`, "UINT1"),
  type(`smallint${WIDTH}`, "INT2"),
  type(`smallint${WIDTH} unsigned`, "UINT2"),
  type(`(?:mediumint|int|integer)${WIDTH}`, "INT4"),
  // Three bytes fit into a signed four, which DMS writes when it is told to.
  type(`mediumint${WIDTH} unsigned`, "INT4", { dmsType: { type: "int4" } }),
  // Athena reads Parquet's UINT32 by its bits, so values above 2147483647 would be negative: DMS writes the signed wider type.
  type(`(?:int|integer)${WIDTH} unsigned`, "UINT4", { dmsType: { type: "int8" } }),
  type(`bigint${WIDTH}`, "INT8"),
  // Parquet's UINT64 is above what any integer of Hive holds, so DMS is told to write a decimal.
  type(`bigint${WIDTH} unsigned|serial`, "INT8", {
    raw: "decimal(20,0)",
    dmsType: { type: "numeric", precision: 20, scale: 0 },
  }),
  // DMS reads FLOAT as a double too.
  type(String.raw`(?:float|double|double precision|real)(?:\(\d+(?:,\s*\d+)?\))?(?: unsigned)?`, "REAL8"),
  type(String.raw`bit(?:\(1\))?`, "BOOLEAN"),
  refuse(String.raw`bit\(\d+\)`, "bit(1) for a flag, or an unsigned integer for several: DMS delivers bits as bytes"),
  type(String.raw`(?:char|nchar|character)${WIDTH}|(?:varchar|nvarchar|character varying)\(\d+\)`, "WSTRING"),
  type("tinytext|text", "WSTRING"),
  type("mediumtext|longtext", "NCLOB"),
  type("json", "CLOB"),
  type(String.raw`(?:enum|set)\(.+\)`, "WSTRING"),
  type("date", "DATE"),
  type(`(?:datetime|timestamp)${FRACTION}`, "DATETIME"),
  type(`time${FRACTION}`, "STRING"),
  type(String.raw`year(?:\(4\))?`, "INT2"),
  padded(String.raw`binary(?:\((\d+)\))?`, "BYTES"),
  type(String.raw`varbinary\(\d+\)|tinyblob`, "BYTES"),
  // DMS's page says BYTES up to 64 KiB for BLOB; a limit is asked for all the same, so that nothing is cut unseen.
  type("blob|mediumblob|longblob", "BLOB"),
  refuse(
    "geometry|point|linestring|polygon|multi(?:point|linestring|polygon)|geom(?:etry)?collection",
    "varchar(n) with ST_AsText of it, which the application or a trigger fills, or `forbidden`: the lake has no geometry",
  ),
];
