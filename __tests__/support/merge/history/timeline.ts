import type { Random } from "./random";

/** Seconds since the beginning of the timeline, which is a midnight. */
export type Seconds = number;

/** A committed change of one row at the source. */
export interface Commit {
  readonly history: number;
  readonly id: number;
  readonly op: "D" | "I" | "U";
  /** The row's value after the change; before it in a deletion. */
  readonly value: number;
  readonly at: Seconds;
  /** Position in the source's log. */
  readonly sequence: number;
}

/** Rows of a history each tell of themselves alone: key, then value. */
export type Rows = ReadonlyMap<string, number>;

const HOUR = 3600;
const MIDNIGHT = 24 * HOUR;

/** When a source's capture, its load, and their repetition begin and end. */
export interface Phases {
  readonly loadStart: Seconds;
  readonly loadEnd: Seconds;
  /** Left out: no reload. */
  readonly reload?: { readonly captureEnd: Seconds; readonly loadStart: Seconds; readonly loadEnd: Seconds };
  readonly end: Seconds;
}

/** Phases over two days, with a reload or without. */
export function phases(random: Random): Phases {
  const loadStart = random.whole(1, 4) * HOUR;
  const loadEnd = loadStart + random.whole(1, 3) * HOUR;
  const end = 2 * MIDNIGHT;
  if (random.chance(0.5)) return { loadStart, loadEnd, end };
  const captureEnd = loadEnd + random.whole(2, 12) * HOUR;
  const again = captureEnd + random.whole(0, 3) * HOUR;
  return {
    loadStart,
    loadEnd,
    end,
    reload: { captureEnd, loadStart: again, loadEnd: again + random.whole(1, 3) * HOUR },
  };
}

/** Times that several commits share, that lie around midnight, or anywhere. */
function time(random: Random, end: Seconds): Seconds {
  if (random.chance(0.4)) return random.whole(0, 7) * 6 * HOUR;
  if (random.chance(0.2)) return MIDNIGHT + random.whole(-2, 2);
  return random.whole(0, end - 1);
}

/** What happens at the source: random inserts, updates and deletions of a few rows in each history. */
export function commits(random: Random, histories: number, end: Seconds): readonly Commit[] {
  const planned = Array.from({ length: histories }, (_, history) =>
    Array.from({ length: random.whole(1, 9) }, () => ({
      history,
      id: random.whole(0, 2),
      deletes: random.chance(0.35),
      value: random.whole(0, 9),
      at: time(random, end),
    })),
  ).flat();
  const state = new Map<string, number>();
  return planned
    .toSorted((left, right) => left.at - right.at)
    .flatMap(({ history, id, deletes, value, at }, sequence): readonly Commit[] => {
      const key = `${history}|${id}`;
      const before = state.get(key);
      if (deletes && before === undefined) return [];
      if (deletes) state.delete(key);
      else state.set(key, value);
      const op = deletes ? "D" : before === undefined ? "I" : "U";
      return [{ history, id, op, value: deletes ? (before ?? value) : value, at, sequence }];
    });
}

/** The source's rows after all commits up to a time. */
export function rowsAt(log: readonly Commit[], at: Seconds): Rows {
  const rows = new Map<string, number>();
  for (const commit of log) {
    if (commit.at > at) break;
    const key = `${commit.history}|${commit.id}`;
    if (commit.op === "D") rows.delete(key);
    else rows.set(key, commit.value);
  }
  return rows;
}
