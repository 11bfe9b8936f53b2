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

/** Whether a column `c` of texts has any collation but those of bytes, and but NO PAD ones where texts can end with blanks. */
export const COMPARES_LOOSELY =
  "c.collation_name <> 'binary' AND ((c.data_type = 'char' AND RIGHT(c.collation_name, 4) <> '_bin') OR (c.data_type IN ('varchar', 'tinytext', 'text') AND RIGHT(c.collation_name, 10) NOT IN ('_nopad_bin', 'b4_0900_bin')))";

/** The remedy of it. */
export const BYTES =
  "give the column a collation of bytes: utf8mb4_0900_bin (MySQL 8), utf8mb4_nopad_bin (MariaDB), for char any that ends in _bin, or make it varbinary";

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
