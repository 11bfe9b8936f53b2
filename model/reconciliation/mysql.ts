import { mysqlName } from "../readiness/literals";
import type { Dialect } from "./dialect";

/** Texts are compared in UTF-8, whatever the column's character set is, since the lake has UTF-8. */
const utf8 = (text: string): string => `CONVERT(${text} USING utf8mb4)`;
const utc = (column: string): string => `CONVERT_TZ(${column}, @@session.time_zone, '+00:00')`;

/** A zero date has no time zone and perhaps no text; the lake has no value for it, and must not look equal. */
const shown = (column: string, value: string, pattern: string): string =>
  `COALESCE(DATE_FORMAT(${value}, '${pattern}'), CAST(${column} AS CHAR))`;
const moment = (column: string, value = column): string => shown(column, value, "%Y-%m-%d %H:%i:%s.%f");

/** MySQL and Aurora MySQL. */
export const MYSQL: Dialect = {
  name: mysqlName,
  text: {
    boolean: (column) => `CAST(${column} + 0 AS CHAR)`,
    date: (column) => shown(column, column, "%Y-%m-%d"),
    fixed: (column) => `TRIM(TRAILING ' ' FROM ${utf8(column)})`,
    instant: (column) => moment(column, utc(column)),
    moment: (column) => moment(column),
    number: (column) => `CAST(${column} AS CHAR)`,
    text: utf8,
    year: (column) => `CAST(${column} + 0 AS CHAR)`,
  },
  joined: (texts) => `CONCAT(${texts.join(", ")})`,
  length: (text) => `CHAR_LENGTH(${text})`,
  number: (text) => `CAST(CONV(LEFT(MD5(${utf8(text)}), 15), 16, 10) AS DECIMAL(20,0))`,
  whole: (number) => `CAST(${number} AS CHAR)`,
  moment: (literal, form) =>
    form === "instant" ? `CONVERT_TZ(${literal}, '+00:00', @@session.time_zone)` : `CAST(${literal} AS DATETIME(6))`,
};
