import { parquetType } from "../../../local/replication/types/dms-type";
import { dmsTypeOf } from "../../../local/replication/types/source-type";
import type { BankEngine } from "../../../local/source-systems/types";
import { acceptedLakeType } from "../../../model/contract/column-types";

const written = (engine: BankEngine, declared: string): string => {
  const type = dmsTypeOf(engine, declared);
  return "refused" in type ? type.refused : parquetType(type, false);
};

/** Parquet types as a catalog that knows no unsigned types declares them. */
const HIVE: Readonly<Record<string, string>> = {
  BIGINT: "bigint",
  BLOB: "binary",
  BOOLEAN: "boolean",
  DATE: "date",
  DOUBLE: "double",
  FLOAT: "float",
  INTEGER: "int",
  SMALLINT: "smallint",
  TIMESTAMP: "bigint",
  TINYINT: "tinyint",
  USMALLINT: "int",
  UTINYINT: "smallint",
  VARCHAR: "string",
};

const MYSQL = {
  tinyint: "TINYINT",
  "tinyint(1)": "TINYINT",
  "tinyint unsigned": "UTINYINT",
  smallint: "SMALLINT",
  "smallint unsigned": "USMALLINT",
  mediumint: "INTEGER",
  int: "INTEGER",
  "int(11)": "INTEGER",
  bigint: "BIGINT",
  "decimal(12,2)": "DECIMAL(12,2)",
  "decimal(5)": "DECIMAL(5,0)",
  float: "DOUBLE",
  double: "DOUBLE",
  bit: "BOOLEAN",
  "bit(1)": "BOOLEAN",
  date: "DATE",
  datetime: "TIMESTAMP",
  "timestamp(6)": "TIMESTAMP",
  "time(3)": "VARCHAR",
  year: "SMALLINT",
  "char(3)": "VARCHAR",
  "varchar(200)": "VARCHAR",
  text: "VARCHAR",
  longtext: "VARCHAR",
  json: "VARCHAR",
  "enum('a','b')": "VARCHAR",
  "varbinary(16)": "BLOB",
  longblob: "BLOB",
};

const POSTGRESQL = {
  smallint: "SMALLINT",
  integer: "INTEGER",
  bigint: "BIGINT",
  bigserial: "BIGINT",
  "numeric(14,2)": "DECIMAL(14,2)",
  real: "FLOAT",
  "double precision": "DOUBLE",
  boolean: "VARCHAR",
  "char(1)": "VARCHAR",
  "varchar(120)": "VARCHAR",
  "character varying(10)": "VARCHAR",
  text: "VARCHAR",
  jsonb: "VARCHAR",
  uuid: "VARCHAR",
  interval: "VARCHAR",
  date: "DATE",
  timestamptz: "TIMESTAMP",
  "timestamp(3) without time zone": "TIMESTAMP",
  bytea: "BLOB",
};

const cases = [
  ...Object.entries(MYSQL).map(([declared, type]) => ["mysql", declared, type] as const),
  ...Object.entries(POSTGRESQL).map(([declared, type]) => ["postgresql", declared, type] as const),
];

test.each(cases)("%s: %s is written as %s, which the model's catalog can read", (engine, declared, type) => {
  expect(written(engine, declared)).toBe(type);
  expect(HIVE[type] ?? type.toLowerCase()).toBe(acceptedLakeType(engine, declared).raw);
});

test.each([
  ["mysql", "int unsigned", "UINTEGER"],
  ["mysql", "bigint unsigned", "UBIGINT"],
  ["mysql", "decimal", "DECIMAL(10,0)"],
  ["mysql", "decimal(60,2)", "decimals of more than 38 digits are not imitated"],
  ["mysql", "bit(8)", "BLOB"],
  ["mysql", "geometry", "geometries are not imitated"],
  ["postgresql", "numeric", "DECIMAL(28,6)"],
  ["postgresql", "numeric(60,2)", "VARCHAR"],
  ["postgresql", "money", "DECIMAL(38,4)"],
  ["postgresql", "varchar", "VARCHAR"],
  ["postgresql", "integer[]", "VARCHAR"],
  ["postgresql", "time", "times of day are not imitated: Athena cannot read what DMS writes"],
  ["postgresql", "point", "its type is not imitated"],
] as const)("%s: %s, which the model refuses or changes, is %s", (engine, declared, type) => {
  expect(written(engine, declared)).toBe(type);
});
