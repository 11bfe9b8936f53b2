import { quoted } from "../sql/identifiers";
import type { Dialect } from "./dialect";

const text = (value: string): string => `CAST(${value} AS varchar)`;
/** Six digits of a second, as Iceberg keeps them: https://trino.io/docs/current/language/types.html#date-and-time */
const moment = (value: string): string => text(`CAST(${value} AS timestamp(6))`);

/** Athena, over current-state tables: a source's instant is a moment in UTC there, and a year a number. */
export const ATHENA: Dialect = {
  name: (...parts) => parts.map(quoted).join("."),
  text: {
    boolean: (column) => `CASE WHEN ${column} THEN '1' WHEN NOT ${column} THEN '0' END`,
    date: text,
    // Not rtrim, which takes tabs and line breaks too (Trino 476).
    fixed: (column) => String.raw`regexp_replace(${column}, ' +\z', '')`,
    instant: moment,
    moment,
    number: text,
    text,
    year: text,
  },
  joined: (texts) => texts.join(" || "),
  length: (value) => text(`length(${value})`),
  number: (value) => `CAST(from_base(substr(to_hex(md5(to_utf8(${value}))), 1, 15), 16) AS decimal(38,0))`,
  whole: text,
  moment: (literal) => `CAST(${literal} AS timestamp(6))`,
};
