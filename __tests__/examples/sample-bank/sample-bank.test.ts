import { createHash } from "node:crypto";
import { LENDING } from "../../../examples/sample-bank";
import type { BankChange, BankTransaction } from "../../../local/source-systems";
import { changesOf, END, replay, sample } from "./support/samples";

const SEEDS = Array.from({ length: 20 }, (_, index) => index + 1);
const HOUR = 3_600_000_000n;

function fingerprint(transactions: Iterable<BankTransaction>): string {
  const hash = createHash("sha256");
  for (const { database, committed, changes } of transactions) {
    hash.update(`${database.database} ${committed}\n`);
    for (const { table, operation, row } of changes) hash.update(JSON.stringify([table.name, operation, row]));
  }
  return hash.digest("hex");
}

/** When the first interest of a bank's month is booked. */
const peak = (end: bigint): bigint | undefined =>
  [...sample({ end }).changes()].find(({ changes }) =>
    changes.some(({ table, row }) => table.name === "transaction" && row.includes("interest")),
  )?.committed;

describe("a sample bank", () => {
  it("is the same for the same seed, however it is read, and another for another", () => {
    const whole = ({ seed = 1, before = true }) => {
      const bank = sample({ seed });
      return [before ? fingerprint(bank.opening()) : "", fingerprint(bank.changes())];
    };
    expect(whole({})).toEqual(whole({}));
    expect(whole({})[1]).toBe(whole({ before: false })[1]);
    expect(whole({})).not.toEqual(whole({ seed: 2 }));
    const bank = sample();
    expect(fingerprint(bank.opening())).toBe(fingerprint(bank.opening()));
    expect(fingerprint(bank.changes())).toBe(fingerprint(bank.changes()));
  });

  it.each(SEEDS)("inserts what is not there and changes what is, seed %i", (seed) => {
    const bank = sample({ seed });
    const rows = new Map<string, BankChange>();
    const problems: string[] = [];
    replay(rows, changesOf(bank.opening()), (problem) => problems.push(problem));
    replay(rows, changesOf(bank.changes()), (problem) => problems.push(problem));
    expect(problems).toEqual([]);
  });

  it.each(SEEDS)("keeps to its time and size, seed %i", (seed) => {
    const bank = sample({ seed });
    expect(bank.begin).toBe(END - 24n * HOUR);
    const [opening, changes] = [[...bank.opening()], [...bank.changes()]];
    const times = [...opening, ...changes].map(({ committed }) => committed);
    expect(times.every((time, index) => index === 0 || time >= (times[index - 1] ?? 0n))).toBe(true);
    expect(opening.every(({ committed }) => committed < bank.begin)).toBe(true);
    expect(changes.every(({ committed }) => committed >= bank.begin && committed < END)).toBe(true);
    const made = changesOf(changes).length;
    expect(made).toBeGreaterThanOrEqual(1000);
    expect(made).toBeLessThan(1060);
    expect(
      changes.every(({ database, changes: rows }) => rows.every(({ table }) => database.tables.includes(table))),
    ).toBe(true);
  });

  it.each([200, 400, 5_000])("grows with the order: %i changes", (changes) => {
    const bank = sample({ changes });
    const [opened, made] = [changesOf(bank.opening()).length, changesOf(bank.changes()).length];
    expect(opened).toBeLessThan(Math.max(1_000, changes));
    expect(made).toBeGreaterThanOrEqual(changes);
    expect(made).toBeLessThan(Math.max(500, changes * 1.02));
  });

  it("is lazy: the first commits of ten million changes come at once", () => {
    const first = sample({ changes: 10_000_000 }).opening()[Symbol.iterator]().next();
    expect(first.done).toBe(false);
  });

  it("closes the month at its turn if that is captured, else after three fifths", () => {
    expect(peak(END)).toBeGreaterThanOrEqual(END - (24n * HOUR * 2n) / 5n);
    const turn = BigInt(Date.UTC(2026, 11, 1)) * 1000n;
    expect((peak(turn + 6n * HOUR) ?? 0n) - turn).toBeLessThan(60_000_000n);
    expect(peak(turn + 6n * HOUR)).toBeGreaterThanOrEqual(turn);
  });

  it("has its peak when the month is closed", () => {
    const quarters = new Map<bigint, number>();
    for (const { committed, changes } of sample({ changes: 20_000 }).changes()) {
      const quarter = (committed - (END - 24n * HOUR)) / (HOUR / 4n);
      quarters.set(quarter, (quarters.get(quarter) ?? 0) + changes.length);
    }
    const busiest = [...quarters].toSorted(([, one], [, other]) => other - one);
    // Three fifths of a day end in its 58th quarter of an hour, and the closing takes about as long.
    expect(busiest.slice(0, 2).map(([quarter]) => quarter)).toEqual(expect.arrayContaining([57n, 58n]));
    expect(busiest[0]?.[1]).toBeGreaterThan(3 * (busiest[2]?.[1] ?? 0));
  });

  it("commits a business event in both systems, close to each other", () => {
    const commits = [...sample().changes()];
    const gaps = commits.flatMap(({ database, changes, committed }, index) => {
      const next = commits[index + 1];
      const isPayment = changes.some(({ table, row }) => table.name === "payment" && row.includes("direct_debit"));
      if (database !== LENDING || !isPayment || next === undefined) return [];
      return [Number(next.committed - committed)];
    });
    expect(gaps.length).toBeGreaterThan(0);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(20_000);
  });

  it("refuses an order that it cannot fill", () => {
    expect(() => sample({ changes: 0 })).toThrow("at least one change");
    expect(() => sample({ hours: 0 })).toThrow("a minute");
    expect(() => sample({ hours: 1, changes: 1_000_000_000 })).toThrow("20 microseconds");
  });
});
