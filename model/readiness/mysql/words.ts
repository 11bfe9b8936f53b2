/** Words of statements that MySQL from 5.7 on, Aurora and MariaDB all understand. */
import type { TableContract } from "../../landscape/types";
import { literals } from "../literals";
import type { ReadinessQuestion } from "../types";

/** Compared byte by byte, as AWS DMS compares names: servers themselves compare most names without case. */
export const exactly = (expression: string): string => `CAST(${expression} AS BINARY)`;

/** Whether an expression is one of some texts, letter by letter. */
export const isOneOf = (expression: string, texts: readonly string[]): string =>
  `${exactly(expression)} IN (${literals(texts)})`;

/** Whether a row is about a table of the contracts. The schema stands alone too, for servers look it up by that. */
export const isContracted = (tables: readonly TableContract[], schema = "table_schema", table = "table_name"): string =>
  `${schema} IN (${literals([...new Set(tables.map((each) => each.schema))])}) AND ${isOneOf(
    `CONCAT(${schema}, '.', ${table})`,
    tables.map((each) => `${each.schema}.${each.name}`),
  )}`;

/**
 * Global variables as rows, so that one that a version lacks is no error. MySQL does not read what stands in `M!`, and
 * MariaDB no comment for versions that it never had.
 * https://mariadb.com/docs/server/reference/sql-structure/sql-language-structure/comment-syntax
 */
export const VARIABLES = "/*M! information_schema.global_variables *//*!50700 performance_schema.global_variables */";

/** Schemas of servers themselves, as texts. */
export const OWN_SCHEMAS = literals(["information_schema", "mysql", "performance_schema", "sys"]);

/** A question that several queries ask. */
export const question = (text: string, queries: readonly string[], remedy: string): ReadinessQuestion => ({
  question: text,
  sql: queries.join(" UNION ALL "),
  remedy,
});
