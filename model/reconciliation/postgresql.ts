import { postgresqlName } from "../readiness/literals";
import type { Dialect } from "./dialect";

const text = (value: string): string => `CAST(${value} AS text)`;

/**
 * A date or moment. `to_char` has no text for `infinity` and forgets that a year was before Christ; the lake has no value for
 * either, and must not look equal.
 */
const shown = (value: string, pattern: string): string =>
  `COALESCE(to_char(${value}, '${pattern}') || CASE WHEN ${value} < DATE '0001-01-01' THEN ' BC' ELSE '' END, ${text(value)})`;
const moment = (value: string): string => shown(value, "YYYY-MM-DD HH24:MI:SS.US");

/** PostgreSQL and Aurora PostgreSQL. */
export const POSTGRESQL: Dialect = {
  name: postgresqlName,
  text: {
    boolean: (column) => `CASE WHEN ${column} THEN '1' WHEN NOT ${column} THEN '0' END`,
    date: (column) => shown(column, "YYYY-MM-DD"),
    fixed: (column) => `rtrim(${text(column)}, ' ')`,
    instant: (column) => moment(`(${column} AT TIME ZONE 'UTC')`),
    moment,
    number: text,
    text,
    year: text,
  },
  joined: (texts) => texts.join(" || "),
  length: (value) => text(`length(${value})`),
  // Of fixed length, so that the bits are the digits from the left: https://www.postgresql.org/docs/16/datatype-bit.html
  number: (value) => `CAST(CAST('x' || substr(md5(convert_to(${value}, 'UTF8')), 1, 15) AS bit(60)) AS bigint)`,
  whole: text,
  moment: (literal, form) =>
    form === "instant" ? `CAST(${literal} AS timestamp) AT TIME ZONE 'UTC'` : `CAST(${literal} AS timestamp)`,
};
