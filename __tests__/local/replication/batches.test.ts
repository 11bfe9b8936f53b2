import * as fc from "fast-check";
import { SECOND } from "../../../local/durations";
import { cutBatches, type LogPart } from "../../../local/replication/batches/cut";
import { dateFolder } from "../../../local/replication/names";
import { at } from "../../support/replication/source";

const folderOf = (second: bigint): string => dateFolder({ sequence: "yyyymmdd", delimiter: "dash" }, second * SECOND);

/** Parts of a log: when, and how many rows. */
const log = (...entries: readonly (readonly [string, number])[]): readonly LogPart[] => {
  let first = 1n;
  return entries.map(([time, rows]) => {
    const part = { second: at(time) / SECOND, first, last: first + BigInt(rows) - 1n, rows };
    first += BigInt(rows);
    return part;
  });
};

const cut = (parts: readonly LogPart[], until: string, open: "wait" | "write" = "write", rows = 100) =>
  cutBatches(parts, { seconds: 60, rows }, folderOf, at(until), open);

const shown = ({ files }: ReturnType<typeof cutBatches>) =>
  files.map(({ first, last, rows, folder, written }) => `${folder} ${first}-${last} (${rows}) ${written / SECOND}`);

test("a batch ends when the interval has passed since its first change", () => {
  const parts = log(["2026-01-31 12:00:00", 2], ["2026-01-31 12:00:59", 3], ["2026-01-31 12:01:00", 4]);
  const noon = at("2026-01-31 12:00:00") / SECOND;
  expect(shown(cut(parts, "2026-01-31 12:10:00"))).toEqual([
    `2026-01-31/ 1-5 (5) ${noon + 60n}`,
    `2026-01-31/ 6-9 (4) ${noon + 120n}`,
  ]);
});

test("a batch ends sooner when its size is reached", () => {
  const parts = log(["2026-01-31 12:00:00", 60], ["2026-01-31 12:00:01", 50], ["2026-01-31 12:00:02", 1]);
  const noon = at("2026-01-31 12:00:00") / SECOND;
  expect(shown(cut(parts, "2026-01-31 12:10:00"))).toEqual([
    `2026-01-31/ 1-110 (110) ${noon + 2n}`,
    `2026-01-31/ 111-111 (1) ${noon + 62n}`,
  ]);
});

test("a batch over midnight is two files, both written after it", () => {
  const parts = log(["2026-01-31 23:59:30", 1], ["2026-01-31 23:59:59", 1], ["2026-02-01 00:00:00", 1]);
  const written = at("2026-02-01 00:00:30") / SECOND;
  expect(shown(cut(parts, "2026-02-01 12:00:00"))).toEqual([
    `2026-01-31/ 1-2 (2) ${written}`,
    `2026-02-01/ 3-3 (1) ${written}`,
  ]);
});

test("a batch that has not ended waits, or is written as it is", () => {
  const parts = log(["2026-01-31 12:00:00", 1]);
  const noon = at("2026-01-31 12:00:00");
  expect(cut(parts, "2026-01-31 12:00:30", "wait")).toEqual({ files: [], openSince: noon });
  expect(shown(cut(parts, "2026-01-31 12:00:30"))).toEqual([`2026-01-31/ 1-1 (1) ${noon / SECOND + 30n}`]);
  expect(shown(cut(parts, "2026-01-31 12:01:00", "wait"))).toHaveLength(1);
});

test("every change is in one file, in order, of one day, within the interval", () => {
  const entry = fc.record({ pause: fc.integer({ min: 0, max: 90 }), rows: fc.integer({ min: 1, max: 40 }) });
  fc.assert(
    fc.property(fc.array(entry, { minLength: 1, maxLength: 60 }), (entries) => {
      let second = at("2026-01-31 23:50:00") / SECOND;
      let first = 1n;
      const parts = entries.map(({ pause, rows }) => {
        second += BigInt(pause);
        const part = { second, first, last: first + BigInt(rows) - 1n, rows };
        first += BigInt(rows);
        return part;
      });
      const { files } = cut(parts, "2026-02-02 00:00:00");
      let next = 1n;
      for (const file of files) {
        expect(file.first).toBe(next);
        expect(BigInt(file.rows)).toBe(file.last - file.first + 1n);
        next = file.last + 1n;
        const inside = parts.filter((part) => part.first >= file.first && part.last <= file.last);
        expect(inside.map((part) => folderOf(part.second))).toEqual(inside.map(() => file.folder));
        for (const part of inside) {
          expect(part.second * SECOND).toBeLessThan(file.written);
          expect(file.written - part.second * SECOND).toBeLessThanOrEqual(60n * SECOND);
        }
      }
      expect(next).toBe(first);
    }),
  );
});
