import { quoted } from "./identifiers";

/** Microseconds from 1970 to the first and the last moment that Athena knows: year 1 to year 9999. */
const FIRST = "-62135596800000000";
const LAST = "253402300799999999";

/** Whether a number of microseconds is a moment. PostgreSQL's `infinity` is none, and has no value in the lake. */
export const isMoment = (name: string): string => `${quoted(name)} BETWEEN ${FIRST} AND ${LAST}`;

/**
 * The moment of a column with microseconds since 1970, exact in all its digits; nothing where it is none. A decimal,
 * because nanoseconds of later years than 2262 are more than a bigint holds.
 * https://trino.io/docs/current/functions/datetime.html#from_unixtime_nanos
 */
export const momentOf = (name: string): string =>
  `CASE WHEN ${isMoment(name)} THEN CAST(from_unixtime_nanos(CAST(${quoted(name)} AS decimal(20,0)) * 1000) AS timestamp(6)) END`;
