/**
 * What a merge asks before it merges: is there anything new, and since when. Both statements answer with one row of texts,
 * none of them empty, named as `LookColumn` says.
 */
import type { Source } from "../landscape/types";
import { changesDatabase, loadsDatabase } from "../names";
import { COMMIT_DATE_PARTITION, COMMIT_TIME_COLUMN, LOAD_FILES } from "../replication/layout";
import { qualified, quoted } from "./identifiers";

/** Columns of the answer, in their order. */
export const LOOK_COLUMNS = ["since", "newest", "cursor", "changes", "lag"] as const;
export type LookColumn = (typeof LOOK_COLUMNS)[number];

/** Watermark and cursor of a table that nothing has been merged into. */
export const BEGINNING = { watermark: "1970-01-01 00:00:00", cursor: "-" } as const;

/** Hours that every window reaches back behind the newest commit merged. */
export const OVERLAP_HOURS = 1;

/** Days of commit folders behind the watermark in which a late file is found by the next run. */
const LATE_DAYS = 1;

/** What a look is filled in with, as SQL or as a template's placeholders. */
export interface LookAt {
  readonly table: string;
  /** Newest commit merged, `yyyy-MM-dd HH:mm:ss.SSSSSS`. */
  readonly watermark: string;
  /** Newest file merged and the number of files, as an earlier look answered. */
  readonly cursor: string;
  /** The time in ISO 8601, with `Z` at its end. */
  readonly now: string;
  /** Days that the window reaches back at most. */
  readonly days: string;
}

const COMMIT_TIME = quoted(COMMIT_TIME_COLUMN);
const FILE = `regexp_extract(${quoted("$path")}, '[^/]+$')`;
const seconds = (timestamp: string): string => `CAST(CAST(${timestamp} AS timestamp(0)) AS varchar)`;
const day = (timestamp: string): string => `CAST(CAST(${timestamp} AS date) AS varchar)`;
const clock = (now: string): string => `CAST(from_iso8601_timestamp('${now}') AS timestamp(6))`;
const daysAgo = ({ now, days }: LookAt): string => `${clock(now)} - CAST('${days}' AS integer) * INTERVAL '1' DAY`;

/** The newest commit merged; a clock that ran ahead at the source must not hide what follows. */
const merged = ({ watermark, now }: LookAt): string => `least(CAST('${watermark}' AS timestamp(6)), ${clock(now)})`;

/** Files of a listing, so that one that is new or late shows: names begin with the time of writing. */
const cursor = `coalesce(max(${FILE}) || '/' || CAST(count(DISTINCT ${FILE}) AS varchar), '${BEGINNING.cursor}')`;
const newest = (otherwise: string): string => `coalesce(max(${COMMIT_TIME}), '${otherwise}')`;
/** Seconds since the newest commit, when that is news. */
const lag = (watermark: string, now: string): string => {
  const age = `date_diff('second', CAST(max(${COMMIT_TIME}) AS timestamp(6)), ${clock(now)})`;
  return `CAST(CASE WHEN max(${COMMIT_TIME}) > '${watermark}' THEN ${age} ELSE 0 END AS varchar)`;
};

/**
 * What is new in the commit folders from the day before the watermark on. The window begins an hour before the watermark,
 * or with the oldest commit of a file that has not been merged: one of yesterday may be written today.
 */
export function lookAtWindow(source: Source, at: LookAt): string {
  const overlap = seconds(`${merged(at)} - INTERVAL '${OVERLAP_HOURS}' HOUR`);
  const start = seconds(daysAgo(at));
  const first = `greatest(${merged(at)} - INTERVAL '${LATE_DAYS}' DAY, ${daysAgo(at)})`;
  const begin = `greatest(${overlap}, ${start})`;
  const unseen = `coalesce(min(CASE WHEN ${FILE} > '${at.cursor}' THEN ${COMMIT_TIME} END), ${begin})`;
  return look(source, at, `least(${unseen}, ${begin})`, first);
}

/** The same for all commit folders of the last days, whatever has been merged. */
export function lookAtDays(source: Source, at: LookAt): string {
  return look(source, at, seconds(daysAgo(at)), daysAgo(at));
}

function look(source: Source, { table, watermark, now }: LookAt, since: string, first: string): string {
  return answer(
    {
      since,
      newest: newest(watermark),
      cursor,
      changes: "CAST(count(*) AS varchar)",
      lag: lag(watermark, now),
    },
    `FROM ${qualified(changesDatabase(source), table)}`,
    `WHERE ${quoted(COMMIT_DATE_PARTITION)} >= ${day(first)}`,
  );
}

/**
 * What there is of the whole generation. Without a change it is unknown whether the load has ended: DMS writes a table's
 * first change when its load is complete.
 */
export function lookAtGeneration(source: Source, { table, watermark, now }: LookAt): string {
  const loads = `(SELECT CAST(count(DISTINCT ${quoted("$path")}) AS varchar) FROM ${qualified(loadsDatabase(source), table)} WHERE ${LOAD_FILES})`;
  return answer(
    {
      since: `'${BEGINNING.watermark}'`,
      newest: newest(watermark),
      cursor: `${cursor} || '/' || ${loads}`,
      changes: "CAST(count(*) AS varchar)",
      lag: lag(watermark, now),
    },
    `FROM ${qualified(changesDatabase(source), table)}`,
  );
}

function answer(columns: Readonly<Record<LookColumn, string>>, ...rest: readonly string[]): string {
  const list = LOOK_COLUMNS.map((name) => `  ${columns[name]} AS ${quoted(name)}`);
  return ["SELECT", list.join(",\n"), ...rest].join("\n");
}
