/** Hive's type names where Athena's queries want another one. Timestamps are as precise as Iceberg keeps them. */
const NAMES: Readonly<Record<string, string>> = {
  string: "varchar",
  binary: "varbinary",
  float: "real",
  int: "integer",
  timestamp: "timestamp(6)",
};

/**
 * A catalog type as Athena's queries write it, for example in a CAST.
 * https://docs.aws.amazon.com/athena/latest/ug/data-types.html
 */
export const sqlType = (catalogType: string): string => NAMES[catalogType] ?? catalogType;
