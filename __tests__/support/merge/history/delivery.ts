import type { DeliveredFile } from "../duck-lake";
import type { Random } from "./random";
import type { Schema } from "./schemas";
import { type Commit, rowsAt, type Seconds } from "./timeline";

/** A file and when it can be read. */
export interface Delivery {
  readonly at: Seconds;
  readonly file: DeliveredFile;
}

/** How much later than it could a file may come. */
export type Lateness = "in order" | "hours late" | "days late";

const LATEST: Readonly<Record<Lateness, Seconds>> = {
  "in order": 0,
  "hours late": 10 * 3600,
  "days late": 3 * 24 * 3600,
};

const BATCH_SECONDS = 60;
const START = Date.UTC(2026, 10, 20);

const iso = (at: Seconds): string => new Date(START + at * 1000).toISOString();

/** A moment of the timeline in ISO 8601. */
export const moment = iso;

const stamp = (at: Seconds): string => `${iso(at).slice(0, 19).replace("T", " ")}.000000`;
const digits = (at: Seconds): string => iso(at).slice(0, 19).replaceAll(/\D/g, "");

/** How DMS writes a load: rows as they were when each was read, in several files, with a time of the load. */
export function loadFiles(
  random: Random,
  schema: Schema,
  log: readonly Commit[],
  from: Seconds,
  to: Seconds,
): readonly Delivery[] {
  const keys = [...new Set(log.map(({ history, id }) => `${history}|${id}`))];
  const parts = random.whole(1, 3);
  const files = Array.from({ length: parts }, (): DeliveredFile["rows"][number][] => []);
  for (const key of random.shuffled(keys)) {
    const read = random.whole(from, to);
    const value = rowsAt(log, read).get(key);
    if (value === undefined) continue;
    const part = random.whole(0, parts - 1);
    const [history = "", id] = key.split("|");
    files[part]?.push({
      op: "I",
      committed: stamp(random.chance(0.5) ? from : read),
      sequence: "",
      values: [history, schema.keyWritten(Number(id)), ...schema.written(value)],
    });
  }
  return files.map((rows, part) => ({
    at: part === parts - 1 ? to : random.whole(from, to),
    file: { name: `LOAD${(part + 1).toString(16).toUpperCase().padStart(8, "0")}`, rows },
  }));
}

/** How DMS writes changes: in small files by day of commit, after the load, some late, some twice, rows in any order. */
export function changeFiles(
  random: Random,
  schema: Schema,
  log: readonly Commit[],
  loadEnd: Seconds,
  lateness: Lateness,
): readonly Delivery[] {
  const batches: Commit[][] = [];
  let room = 0;
  for (const commit of log) {
    const last = batches.at(-1);
    if (room <= 0 || last === undefined || stamp(last[0]?.at ?? 0).slice(0, 10) !== stamp(commit.at).slice(0, 10)) {
      batches.push([commit]);
      room = random.whole(0, 12);
    } else {
      last.push(commit);
      room -= 1;
    }
  }
  const deliveries = batches.flatMap((batch) => {
    const day = stamp(batch[0]?.at ?? 0).slice(0, 10);
    const soonest = Math.max(loadEnd, batch.at(-1)?.at ?? 0) + BATCH_SECONDS;
    const late = lateness !== "in order" && random.chance(0.2) ? random.whole(0, LATEST[lateness]) : 0;
    const again = random.chance(0.15) ? [soonest + late + random.whole(0, 3 * 3600)] : [];
    const rows = random.shuffled(batch).map((commit) => rowOf(schema, commit));
    return [soonest + late, ...again].map((at) => ({ at, day, rows }));
  });
  return deliveries
    .toSorted((left, right) => left.at - right.at)
    .map(({ at, day, rows }, index) => {
      const written = digits(at);
      // DMS writes a table's files one after the other, so no two have one name.
      const name = `${written.slice(0, 8)}-${written.slice(8)}${String(index % 1000).padStart(3, "0")}`;
      return { at, file: { name, day, rows } };
    });
}

function rowOf(schema: Schema, { history, id, op, value, at, sequence }: Commit): DeliveredFile["rows"][number] {
  const values = op === "D" ? schema.deleted(value) : schema.written(value);
  return {
    op,
    committed: stamp(at),
    sequence: `${digits(at)}00${String(sequence).padStart(19, "0")}`,
    values: [String(history), schema.keyWritten(id), ...values],
  };
}
