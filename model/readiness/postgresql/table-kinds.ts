import type { AskOf } from "../of-tables";
import { tablesThere } from "./tables";

const KINDS = [
  "CASE c.relkind",
  "WHEN 'p' THEN ' is partitioned, and its changes come under the names of its partitions'",
  "WHEN 'v' THEN ' is a view, which has no log'",
  "WHEN 'm' THEN ' is a materialized view, which has no log'",
  "WHEN 'f' THEN ' is a foreign table, whose log is elsewhere'",
  "ELSE ' is no table' END",
].join(" ");

/**
 * Tables of other kinds. DMS does not replicate partitioned tables, and a partition is a table like any other.
 * https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Source.PostgreSQL.html#CHAP_Source.PostgreSQL.Limitations
 */
export const tableKinds: AskOf = (tables) => ({
  question: "Each table is a plain one",
  sql: `SELECT concat(named.label, ${KINDS}) AS finding FROM ${tablesThere(tables)} WHERE c.relkind <> 'r' ORDER BY 1`,
  remedy: "write a contract for each partition, or for the table that has the rows",
});

/** Rows of child tables are loaded with their parent, and change under their own names. */
export const inheritance: AskOf = (tables) => ({
  question: "No table has child tables",
  sql: [
    "SELECT concat(named.label, ' has the child tables ', children.names, ', whose rows are loaded with it, and whose changes come under their own names') AS finding",
    `FROM ${tablesThere(tables)}`,
    `JOIN LATERAL (SELECT string_agg(concat(hn.nspname, '.', h.relname), ', ' ORDER BY h.relname COLLATE "C") AS names FROM pg_inherits AS hi JOIN pg_class AS h ON h.oid = hi.inhrelid JOIN pg_namespace AS hn ON hn.oid = h.relnamespace WHERE hi.inhparent = c.oid) AS children ON children.names IS NOT NULL`,
    "WHERE c.relkind = 'r' ORDER BY 1",
  ].join(" "),
  remedy: "run ALTER TABLE ... NO INHERIT for each child, and write a contract for each that the lake needs",
});

/** https://www.postgresql.org/docs/15/sql-createtable.html#SQL-CREATETABLE-UNLOGGED */
export const unlogged: AskOf = (tables) => ({
  question: "Each table is logged",
  sql: `SELECT concat(named.label, ' is unlogged, so none of its changes is in the log, and a crash empties it') AS finding FROM ${tablesThere(tables)} WHERE c.relpersistence <> 'p' AND c.relkind = 'r' ORDER BY 1`,
  remedy: "run ALTER TABLE ... SET LOGGED",
});

/**
 * Tables whose names differ by case alone: what AWS DMS makes of their changes cannot be foretold.
 * https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Source.PostgreSQL.html#CHAP_Source.PostgreSQL.Limitations
 */
export const similarNames: AskOf = (tables) => ({
  question: "No other table has the name in letters of another case",
  sql: [
    "SELECT concat(named.label, ' stands beside ', format('%I.%I', on_.nspname, o.relname), ', whose changes DMS may take for its own') AS finding",
    `FROM ${tablesThere(tables)}`,
    "JOIN pg_class AS o ON lower(o.relname) = lower(t.table_name) AND o.oid <> c.oid AND o.relkind IN ('r', 'p')",
    "JOIN pg_namespace AS on_ ON on_.oid = o.relnamespace AND lower(on_.nspname) = lower(t.schema_name)",
    "ORDER BY 1",
  ].join(" "),
  remedy: "rename one of them",
});
