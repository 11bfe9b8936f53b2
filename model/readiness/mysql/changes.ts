import type { TableContract } from "../../landscape/types";
import { literal } from "../literals";
import { ofTables } from "../of-tables";
import type { ReadinessQuestion } from "../types";
import { BYTES, COMPARES_LOOSELY, isContracted, OWN_SCHEMAS, question } from "./words";

/** Whether every change of a row has an entry in the log, under one key. */
export const changeQuestions = (tables: readonly TableContract[]): readonly ReadinessQuestion[] => [
  ...ofTables("readiness-foreign-keys", tables, foreignKeys),
  ...ofTables("readiness-key-texts", tables, keyTexts),
  ...ofTables("readiness-truncation", tables, truncation),
  SETTINGS,
];

/** https://dev.mysql.com/doc/refman/8.0/en/innodb-and-mysql-replication.html */
const foreignKeys = (tables: readonly TableContract[]): ReadinessQuestion =>
  question(
    "No foreign key changes rows",
    (["delete", "update"] as const).map(
      (event) =>
        `SELECT CONCAT(constraint_schema, '.', table_name, ' has the foreign key ', constraint_name, ' with ON ${event.toUpperCase()} ', ${event}_rule) AS finding FROM information_schema.referential_constraints WHERE ${isContracted(tables, "constraint_schema")} AND ${event}_rule NOT IN ('RESTRICT', 'NO ACTION')`,
    ),
    "make it RESTRICT, and let the application or a trigger of the other table change these rows: InnoDB does it without an entry in the log, and the lake keeps the old rows",
  );

const keyTexts = (tables: readonly TableContract[]): ReadinessQuestion =>
  question(
    "Keys tell texts apart as bytes do",
    [
      `SELECT CONCAT(c.table_schema, '.', c.table_name, '.', c.column_name, ' is in the key with ', c.collation_name) AS finding FROM information_schema.columns AS c JOIN information_schema.key_column_usage AS k ON k.table_schema = c.table_schema AND k.table_name = c.table_name AND k.column_name = c.column_name AND k.constraint_name = 'PRIMARY' WHERE ${isContracted(tables, "c.table_schema", "c.table_name")} AND ${COMPARES_LOOSELY}`,
    ],
    `${BYTES}: others call texts equal that differ by case, accents or blanks at the end, so that one row has two keys in the lake`,
  );

const truncation = (tables: readonly TableContract[]): ReadinessQuestion => {
  const names = [...new Set(tables.map(({ name }) => name))].join("|");
  // Classes such as that of white space have colons, which the Data API takes for parameters.
  const table = `([a-z0-9_]+[^a-z0-9_]*[.][^a-z0-9_]*)?(${names})([^a-z0-9_]|$)`;
  return programs(
    "No program at the source empties tables",
    "empties a table of the contracts",
    [
      `truncate[^a-z0-9_(]+(table[^a-z0-9_]+)?${table}`,
      `alter[^a-z0-9_]+table[^a-z0-9_]+${table}[^;]*(drop|truncate|exchange)[^a-z0-9_]+partition`,
    ],
    "delete the rows instead of TRUNCATE or of giving up their partition: the log has none of them then, and they stay in the lake",
  );
};

const SETTINGS = programs(
  "No program at the source writes past the log",
  "writes past the log",
  ["sql_log_bin", "binlog_format", "binlog_row_image"],
  "take out what turns the log off or into statements (sql_log_bin, binlog_format, binlog_row_image)",
);

/** Routines and events with certain words. */
function programs(asked: string, finding: string, forms: readonly string[], remedy: string): ReadinessQuestion {
  return question(
    asked,
    ["routine", "event"].map(
      (kind) =>
        `SELECT CONCAT('the ${kind} ', ${kind}_schema, '.', ${kind}_name, ' ${finding}') AS finding FROM information_schema.${kind}s WHERE ${kind}_schema NOT IN (${OWN_SCHEMAS}) AND LOWER(${kind}_definition) REGEXP ${literal(forms.join("|"))}`,
    ),
    remedy,
  );
}
