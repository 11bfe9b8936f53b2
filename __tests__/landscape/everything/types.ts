import type { Classification } from "../../../model/contract/classification";
import { column } from "../../../model/contract/column";
import type { TableContract } from "../../../model/landscape/types";

interface Types {
  readonly accepted: readonly string[];
  /** Types that the lake refuses; such columns stay at the source. */
  readonly refused: readonly string[];
}

/** Spellings of MySQL's types, at least one for each rule of `model/contract/mysql-types.ts`. */
const MYSQL: Types = {
  accepted: [
    "decimal(38,10)",
    "numeric(5)",
    "decimal(12,2) unsigned",
    "tinyint(1)",
    "bool",
    "tinyint unsigned",
    "smallint",
    "smallint unsigned",
    "mediumint",
    "int",
    "integer",
    "mediumint unsigned",
    "int unsigned",
    "bigint",
    "bigint unsigned",
    "float",
    "double",
    "double(10,2)",
    "bit(1)",
    "char(3)",
    "varchar(200)",
    "tinytext",
    "text",
    "mediumtext",
    "longtext",
    "json",
    "enum('a','it''s','c')",
    "set('x','y')",
    "date",
    "datetime",
    "datetime(6)",
    "timestamp(3)",
    "time(6)",
    "year",
    "binary(16)",
    "varbinary(255)",
    "tinyblob",
    "blob",
    "mediumblob",
    "longblob",
  ],
  refused: ["decimal", "bit(8)", "point"],
};

/** The same for PostgreSQL. */
const POSTGRESQL: Types = {
  accepted: [
    "decimal(38,38)",
    "numeric(14,2)",
    "smallint",
    "int",
    "integer",
    "bigint",
    "real",
    "double precision",
    "boolean",
    "char(1)",
    "character varying(120)",
    "varchar(34)",
    "uuid",
    "inet",
    "cidr",
    "macaddr",
    "interval",
    "int4range",
    "int8range",
    "numrange",
    "tsrange",
    "tstzrange",
    "daterange",
    "text",
    "json",
    "jsonb",
    "xml",
    "date",
    "timestamp",
    "timestamp(3)",
    "timestamptz",
    "timestamp(6) with time zone",
    "bytea",
  ],
  refused: ["numeric", "money", "varchar", "time(3)", "bit(8)", "int[]", "citext", "tsvector", "point"],
};

/** A column for each type, named after it: that of `decimal(12,2) unsigned` is `a_decimal_12_2_unsigned`. */
const columnsOf = (types: readonly string[], classification: Classification): TableContract["columns"] =>
  Object.fromEntries(
    types.map((type) => {
      const name = type.replaceAll(/\W+/g, "_").replace(/_$/, "");
      return [`a_${name}`, column(type, classification, `A value of type ${type}`)];
    }),
  );

const typesOf = ({ accepted, refused }: Types): TableContract => ({
  schema: "everything",
  name: "value",
  description: "One value of each type",
  primaryKey: ["value_id"],
  columns: {
    value_id: column("bigint", "internal", "Value"),
    ...columnsOf(accepted, "internal"),
    ...columnsOf(refused, "forbidden"),
  },
});

export const mysqlTypes = typesOf(MYSQL);
export const postgresqlTypes = typesOf(POSTGRESQL);
