import { type ColumnsOf, comparedColumns, constantColumns, having } from "../../contract/row-filter";
import type { TableContract } from "../../landscape/types";
import { literals } from "../literals";
import { inParts } from "../of-tables";
import type { ReadinessQuestion } from "../types";
import { BYTES, COMPARES_LOOSELY, isOneOf, question } from "./words";

/**
 * Whether the database keeps what contracts say of columns that decide which rows reach the lake. Foreign keys that change
 * rows are a question of their own, about every column.
 */
export const conditionQuestions = (tables: readonly TableContract[]): readonly ReadinessQuestion[] => [
  ...inParts(having(tables, constantColumns), constants),
  ...inParts(having(tables, comparedColumns), texts),
];

/** Rows of `information_schema.columns` about some columns of the tables. */
function columnsThere(tables: readonly TableContract[], columnsOf: ColumnsOf): string {
  const places = tables.flatMap((table) => columnsOf(table).map((column) => `${table.schema}.${table.name}.${column}`));
  const schemas = literals([...new Set(tables.map(({ schema }) => schema))]);
  return `FROM information_schema.columns AS c WHERE c.table_schema IN (${schemas}) AND ${isOneOf(PLACE, places)}`;
}

const PLACE = "CONCAT(c.table_schema, '.', c.table_name, '.', c.column_name)";

/** https://dev.mysql.com/doc/refman/8.0/en/timestamp-initialization.html */
const constants = (tables: readonly TableContract[]): ReadinessQuestion =>
  question(
    "The database changes no column that never changes",
    [
      `SELECT CONCAT(${PLACE}, ' never changes by its contract, and has ON UPDATE CURRENT_TIMESTAMP') AS finding ${columnsThere(tables, constantColumns)} AND LOWER(c.extra) LIKE '%on update current_timestamp%'`,
    ],
    "ALTER TABLE with MODIFY of the column without ON UPDATE, or take `immutable` and its conditions out of the contract: a row that no longer meets a condition stays in the lake",
  );

const texts = (tables: readonly TableContract[]): ReadinessQuestion =>
  question(
    "Row conditions tell texts apart as bytes do",
    [
      `SELECT CONCAT(${PLACE}, ' is in a row condition with ', c.collation_name) AS finding ${columnsThere(tables, comparedColumns)} AND ${COMPARES_LOOSELY}`,
    ],
    `${BYTES}, or take the condition out of the contract: the database decides about a load by this collation, and nothing says that DMS decides about changes by it`,
  );
