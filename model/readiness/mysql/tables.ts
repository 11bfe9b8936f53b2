import type { TableContract } from "../../landscape/types";
import { literal, literals } from "../literals";
import type { ReadinessQuestion } from "../types";
import { exactly, isContracted, question } from "./words";

const SYSTEM = literals(["information_schema", "mysql", "performance_schema", "sys"]);

/** Whether all tables are there, letter by letter, and everything that happens to them is in the log. */
export function tableQuestions(tables: readonly TableContract[]): readonly ReadinessQuestion[] {
  const wanted = tables
    .map(({ schema, name }) => `SELECT ${literal(`${schema}.${name}`)} AS place`)
    .join(" UNION ALL ");
  const actual = `SELECT CONCAT(table_schema, '.', table_name) AS place, table_type FROM information_schema.tables WHERE table_schema NOT IN (${SYSTEM})`;
  const contracted = isContracted(tables);
  return [
    question(
      "Schemas and tables are there, spelled as in their contracts",
      [
        `SELECT CONCAT(w.place, ' is missing') AS finding FROM (${wanted}) AS w LEFT JOIN (${actual}) AS a ON LOWER(a.place) = w.place WHERE a.place IS NULL`,
        `SELECT CONCAT(o.place, ' is spelled otherwise than ', w.place) FROM (${wanted}) AS w JOIN (${actual}) AS o ON LOWER(o.place) = w.place LEFT JOIN (${actual}) AS a ON ${exactly("a.place")} = ${exactly("w.place")} WHERE a.place IS NULL`,
      ],
      "create the table, or rename it with RENAME TABLE to the contract's spelling, or remove its contract: AWS DMS compares names letter by letter",
    ),
    question(
      "The contracts are about tables",
      [
        `SELECT CONCAT(table_schema, '.', table_name, ' is a ', LOWER(table_type)) AS finding FROM information_schema.tables WHERE ${contracted} AND table_type NOT IN ('BASE TABLE', 'SYSTEM VERSIONED')`,
      ],
      "name the tables that it reads: the log has changes of tables only",
    ),
    question(
      "The log has rows as they are",
      [
        `SELECT CONCAT(table_schema, '.', table_name, ' is system-versioned') AS finding FROM information_schema.tables WHERE ${contracted} AND table_type = 'SYSTEM VERSIONED'`,
      ],
      "ALTER TABLE with DROP SYSTEM VERSIONING, and keep its history by triggers or in the lake: the log has old rows as new ones, and deletions as updates",
    ),
    question(
      "Every table is kept by InnoDB",
      [
        `SELECT CONCAT(table_schema, '.', table_name, ' is kept by ', engine) AS finding FROM information_schema.tables WHERE ${contracted} AND table_type = 'BASE TABLE' AND engine <> 'InnoDB'`,
      ],
      "ALTER TABLE with ENGINE=InnoDB: other engines lose rows at a crash or a restart, or change them elsewhere, without an entry in the log",
    ),
    question(
      "No foreign key changes rows",
      (["delete", "update"] as const).map(
        (event) =>
          `SELECT CONCAT(constraint_schema, '.', table_name, ' has the foreign key ', constraint_name, ' with ON ${event.toUpperCase()} ', ${event}_rule) AS finding FROM information_schema.referential_constraints WHERE ${isContracted(tables, "constraint_schema")} AND ${event}_rule NOT IN ('RESTRICT', 'NO ACTION')`,
      ),
      "make it RESTRICT, and let the application or a trigger of the other table change these rows: InnoDB does it without an entry in the log, and the lake keeps the old rows",
    ),
    question(
      "Keys tell texts apart as bytes do",
      [
        `SELECT CONCAT(c.table_schema, '.', c.table_name, '.', c.column_name, ' is in the key with ', c.collation_name) AS finding FROM information_schema.columns AS c JOIN information_schema.key_column_usage AS k ON k.table_schema = c.table_schema AND k.table_name = c.table_name AND k.column_name = c.column_name AND k.constraint_name = 'PRIMARY' WHERE ${isContracted(tables, "c.table_schema", "c.table_name")} AND c.collation_name <> 'binary' AND ((c.data_type = 'char' AND RIGHT(c.collation_name, 4) <> '_bin') OR (c.data_type IN ('varchar', 'tinytext', 'text') AND RIGHT(c.collation_name, 10) NOT IN ('_nopad_bin', 'b4_0900_bin')))`,
      ],
      "give the column a collation of bytes: utf8mb4_0900_bin (MySQL 8), utf8mb4_nopad_bin (MariaDB), for char any that ends in _bin, or make it varbinary: others call texts equal that differ by case, accents or blanks at the end, so that one row has two keys in the lake",
    ),
    question(
      "No program at the source writes past the log",
      [
        ...(
          [
            ["routine", "routine_schema", "routine_name", "routine_definition", "routines"],
            ["event", "event_schema", "event_name", "event_definition", "events"],
          ] as const
        ).map(
          ([word, schema, name, body, from]) =>
            `SELECT CONCAT('the ${word} ', ${schema}, '.', ${name}, ' writes past the log') AS finding FROM information_schema.${from} WHERE ${schema} NOT IN (${SYSTEM}) AND LOWER(${body}) REGEXP ${literal(pastTheLog(tables))}`,
        ),
      ],
      "take out what turns the log off or into statements (sql_log_bin, binlog_format, binlog_row_image), and delete rows instead of TRUNCATE or of giving up partitions: the log has no rows of those",
    ),
  ];
}

/** Whatever changes rows without an entry for each, in lower case. */
function pastTheLog(tables: readonly TableContract[]): string {
  const names = [...new Set(tables.map(({ name }) => name))].join("|");
  return [
    "sql_log_bin",
    "binlog_format",
    "binlog_row_image",
    // Classes such as that of white space have colons, which the Data API takes for parameters.
    "(drop|truncate|exchange)[^a-z0-9_]+partition",
    `truncate[^a-z0-9_(]+(table[^a-z0-9_]+)?([a-z0-9_]+[^a-z0-9_]*[.][^a-z0-9_]*)?(${names})([^a-z0-9_]|$)`,
  ].join("|");
}
