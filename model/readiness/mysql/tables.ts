import type { TableContract } from "../../landscape/types";
import { literal } from "../literals";
import { inParts, ofTables } from "../of-tables";
import type { ReadinessQuestion } from "../types";
import { exactly, isContracted, OWN_SCHEMAS, question } from "./words";

/** Whether all tables are there, letter by letter, and everything that happens to them is in the log. */
export const tableQuestions = (tables: readonly TableContract[]): readonly ReadinessQuestion[] => [
  ...inParts(tables, presence),
  ...inParts(tables, kinds),
  ...ofTables("readiness-system-versions", tables, versions),
  ...ofTables("readiness-storage-engine", tables, engines),
  ...ofTables("readiness-partitions", tables, partitions),
];

const PLACE = "CONCAT(table_schema, '.', table_name)";

function presence(tables: readonly TableContract[]): ReadinessQuestion {
  const wanted = tables
    .map(({ schema, name }) => `SELECT ${literal(`${schema}.${name}`)} AS place`)
    .join(" UNION ALL ");
  const actual = `SELECT ${PLACE} AS place FROM information_schema.tables WHERE table_schema NOT IN (${OWN_SCHEMAS})`;
  return question(
    "Schemas and tables are there, spelled as in their contracts",
    [
      `SELECT CONCAT(w.place, ' is missing') AS finding FROM (${wanted}) AS w LEFT JOIN (${actual}) AS a ON LOWER(a.place) = LOWER(w.place) WHERE a.place IS NULL`,
      `SELECT CONCAT(o.place, ' is spelled otherwise than ', w.place) FROM (${wanted}) AS w JOIN (${actual}) AS o ON LOWER(o.place) = LOWER(w.place) LEFT JOIN (${actual}) AS a ON ${exactly("a.place")} = ${exactly("w.place")} WHERE a.place IS NULL`,
    ],
    "create the table, or write its spelling as `nameAtSource` of its contract, or rename it with RENAME TABLE, or remove its contract: AWS DMS compares names letter by letter",
  );
}

const kinds = (tables: readonly TableContract[]): ReadinessQuestion =>
  question(
    "The contracts are about tables",
    [
      `SELECT CONCAT(${PLACE}, ' is a ', LOWER(table_type)) AS finding FROM information_schema.tables WHERE ${isContracted(tables)} AND table_type NOT IN ('BASE TABLE', 'SYSTEM VERSIONED')`,
    ],
    "name the tables that it reads: the log has changes of tables only",
  );

const versions = (tables: readonly TableContract[]): ReadinessQuestion =>
  question(
    "The log has rows as they are",
    [
      `SELECT CONCAT(${PLACE}, ' is system-versioned') AS finding FROM information_schema.tables WHERE ${isContracted(tables)} AND table_type = 'SYSTEM VERSIONED'`,
    ],
    "ALTER TABLE with DROP SYSTEM VERSIONING, and keep its history by triggers or in the lake: the log has old rows as new ones, and deletions as updates",
  );

const engines = (tables: readonly TableContract[]): ReadinessQuestion =>
  question(
    "Every table is kept by InnoDB",
    [
      `SELECT CONCAT(${PLACE}, ' is kept by ', engine) AS finding FROM information_schema.tables WHERE ${isContracted(tables)} AND table_type = 'BASE TABLE' AND engine <> 'InnoDB'`,
    ],
    "ALTER TABLE with ENGINE=InnoDB: other engines lose rows at a crash or a restart, or change them elsewhere, without an entry in the log",
  );

const partitions = (tables: readonly TableContract[]): ReadinessQuestion =>
  question(
    "Rows leave tables by DELETE alone",
    [
      `SELECT CONCAT(${PLACE}, ' has partitions') AS finding FROM information_schema.partitions WHERE ${isContracted(tables)} AND partition_name IS NOT NULL GROUP BY table_schema, table_name`,
    ],
    "ALTER TABLE with REMOVE PARTITIONING: rows of a partition that is dropped, emptied or exchanged have no entry in the log, and stay in the lake",
  );
