import type { Values } from "./types";
import { different, PLENTY } from "./types";

const DAY_MS = 86_400_000;
const MICROSECOND_DIGITS = 6;

/** Days that calendars disagree about, and both ends. */
export const dates = (earliest: string): Values => ({
  hard: ["2024-02-29", earliest, "9999-12-31", "1582-10-04", "1582-10-15", "1900-02-28", "1969-12-31", "1970-01-01"],
  count: 2_000_000,
  nth: (index) => new Date(Date.UTC(2000, 0, 1) + index * DAY_MS).toISOString().slice(0, 10),
  takes: (literal) => /^\d{4}-\d{2}-\d{2}$/.test(literal),
});

/** The fraction cut to so many digits. */
function cut(moment: string, digits: number): string {
  const [seconds = "", fraction = ""] = moment.split(".");
  return digits === 0 ? seconds : `${seconds}.${fraction.padEnd(MICROSECOND_DIGITS, "0").slice(0, digits)}`;
}

/** Moments in UTC with so many digits of a second, from `earliest` to `latest`. */
export function moments(digits: number, earliest: string, latest: string): Values {
  const hard = [
    "2026-03-29 01:59:59.999999",
    earliest,
    latest,
    "2026-03-29 02:30:00.000001",
    "2026-10-25 02:30:00.120000",
    "2024-02-29 23:59:59.999999",
    "2001-09-09 01:46:40",
    "1999-12-31 23:59:59.500000",
    "2015-10-21 07:28:00.123456",
  ];
  return {
    hard: different(hard.map((each) => cut(each, digits))),
    count: PLENTY,
    // A step of the finest digit that the column keeps: keys that differ in nothing else.
    nth: (index) => {
      const units = 10 ** digits;
      const second = new Date(Date.UTC(2020, 0, 1) + Math.floor(index / units) * 1000).toISOString().slice(0, 19);
      return cut(`${second.replace("T", " ")}.${String(index % units).padStart(digits, "0")}`, digits);
    },
    takes: (literal) => literal === cut(literal, digits) && /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}/.test(literal),
  };
}

const two = (value: number): string => String(value).padStart(2, "0");

/** Times of day and spans of MySQL with so many digits of a second. */
export const spans = (digits: number): Values => ({
  hard: different(
    [
      "12:34:56.123456",
      "-838:59:59.000000",
      "838:59:59.000000",
      "00:00:00.000000",
      "23:59:59.999999",
      "-00:00:01.500000",
    ].map((each) => cut(each, digits)),
  ),
  count: 800 * 3600,
  nth: (index) =>
    cut(`${two(Math.floor(index / 3600))}:${two(Math.floor(index / 60) % 60)}:${two(index % 60)}`, digits),
  takes: () => false,
});
