import { type ColumnsOf, comparedColumns, constantColumns, having } from "../../contract/row-filter";
import type { TableContract } from "../../landscape/types";
import { literal } from "../literals";
import { type AskOf, inParts } from "../of-tables";
import type { ReadinessQuestion } from "../types";
import { tablesThere } from "./tables";

/** Whether the database keeps what contracts say of columns that decide which rows reach the lake. */
export const conditionQuestions = (tables: readonly TableContract[]): readonly ReadinessQuestion[] => [
  ...inParts(having(tables, constantColumns), constants),
  ...inParts(having(tables, comparedColumns), texts),
];

/** Some columns of the tables, as `a`, where the tables have them. */
function columnsThere(tables: readonly TableContract[], columnsOf: ColumnsOf): string {
  const rows = tables.flatMap((table, number) => columnsOf(table).map((name) => `(${number}, ${literal(name)})`));
  return [
    tablesThere(tables),
    `JOIN (VALUES ${rows.join(", ")}) AS w (number, name) ON w.number = t.number`,
    "JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attname = w.name AND a.attnum > 0 AND NOT a.attisdropped",
  ].join(" ");
}

/** Since PostgreSQL 15 a deletion may set some columns of the key alone; before, the catalog has no `confdelsetcols`. */
const SET_AT_DELETION =
  "COALESCE(NULLIF(to_jsonb(k) -> 'confdelsetcols', 'null'), to_jsonb(k.conkey)) @> to_jsonb(a.attnum)";

const RULES = "CASE rule.action WHEN 'c' THEN 'CASCADE' WHEN 'n' THEN 'SET NULL' ELSE 'SET DEFAULT' END";

/** Deletions that cascade change no column: the row goes. https://www.postgresql.org/docs/15/ddl-constraints.html#DDL-CONSTRAINTS-FK */
const constants: AskOf = (tables) => ({
  question: "The database changes no column that never changes",
  sql: [
    `SELECT concat(named.label, '.', a.attname, ' never changes by its contract, and has the foreign key ', k.conname, ' with ON ', rule.event, ' ', ${RULES}) AS finding`,
    `FROM ${columnsThere(tables, constantColumns)}`,
    "JOIN pg_constraint AS k ON k.conrelid = c.oid AND k.contype = 'f' AND a.attnum = ANY (k.conkey)",
    "CROSS JOIN LATERAL (VALUES ('UPDATE', k.confupdtype, k.confupdtype IN ('c', 'n', 'd')),",
    `('DELETE', k.confdeltype, k.confdeltype IN ('n', 'd') AND ${SET_AT_DELETION})) AS rule (event, action, changes)`,
    "WHERE rule.changes ORDER BY 1",
  ].join(" "),
  remedy:
    "make the foreign key NO ACTION or RESTRICT (drop the constraint and add it again), or take `immutable` and its conditions out of the contract: a row that no longer meets a condition stays in the lake",
});

/** https://www.postgresql.org/docs/15/collation.html#COLLATION-NONDETERMINISTIC */
const texts: AskOf = (tables) => ({
  question: "Row conditions tell texts apart as bytes do",
  sql: [
    "SELECT concat(named.label, '.', a.attname, ' is in a row condition under the collation ', co.collname, ', which takes texts that differ for one') AS finding",
    `FROM ${columnsThere(tables, comparedColumns)}`,
    "JOIN pg_collation AS co ON co.oid = a.attcollation AND NOT co.collisdeterministic",
    "ORDER BY 1",
  ].join(" "),
  remedy:
    'give the column a deterministic collation: ALTER TABLE ... ALTER COLUMN ... TYPE ... COLLATE "C"; or take the condition out of the contract: the database decides about a load by this collation, and nothing says that DMS decides about changes by it',
});
