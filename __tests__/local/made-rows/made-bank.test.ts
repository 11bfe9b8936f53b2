import * as fc from "fast-check";
import { LEFT_OUT, madeBank } from "../../../local/made-rows";
import { type BankChange, BankSystems, type BankTable } from "../../../local/source-systems";
import { currentOf } from "../../../local/source-systems/sql";
import { engine, lines } from "../../examples/sample-bank/support/engine";
import { changesOf, END, keyOf, replay, valueOf } from "../../examples/sample-bank/support/samples";
import { landscape } from "../../landscape";
import { everyType, source, table } from "../../support/made/sources";
import { MYSQL_TYPES, POSTGRESQL_TYPES } from "../../support/made/types";

const environment = {
  consumers: [],
  producers: [
    {
      sources: [
        source("one", "aurora-mysql", [
          everyType("mysql_types", MYSQL_TYPES),
          table("flag", { flag: "boolean", label: "enum('a','b')", note: "varchar(20)" }, ["flag", "label"]),
          table("key_only", { a: "int", b: "varchar(12)" }, ["a", "b"]),
        ]),
        source("two", "aurora-postgresql", [
          everyType("postgresql_types", POSTGRESQL_TYPES),
          table("flag", { flag: "boolean", note: "text" }, ["flag"]),
          table("wide", Object.fromEntries(Array.from({ length: 400 }, (_, index) => [`c${index}`, "numeric(9,3)"])), [
            "c0",
          ]),
        ]),
      ],
    },
  ],
};

const order = { environment, seed: 1, changes: 2000, end: END, hours: 24 };
const all = (made = madeBank(order)) => [...made.opening(), ...made.changes()];
const plain = (bank: ReturnType<typeof madeBank>): string =>
  all(bank)
    .map(({ database, committed, changes }) => JSON.stringify([database.database, String(committed), changes]))
    .join("\n");

describe("a made bank", () => {
  it("is the same for the same order, and another one for another seed", () => {
    expect(plain(madeBank(order))).toBe(plain(madeBank(order)));
    expect(plain(madeBank({ ...order, seed: 2 }))).not.toBe(plain(madeBank(order)));
  });

  it("commits in time, and inserts, updates and deletes only what is or is not there", () => {
    const size = fc.integer({ min: 1, max: 400 });
    fc.assert(
      fc.property(size, fc.integer({ min: 1, max: 1000 }), (changes, seed) => {
        const bank = madeBank({ ...order, changes, seed });
        const problems: string[] = [];
        replay(new Map(), changesOf([...bank.opening(), ...bank.changes()]), (problem) => problems.push(problem));
        expect(problems).toEqual([]);
        const times = [...bank.changes()].map(({ committed }) => committed);
        expect(times.every((time, index) => index === 0 || time >= (times[index - 1] ?? 0n))).toBe(true);
        expect(times.every((time) => time >= bank.begin && time < END)).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  it("lets keys come back, changes one several times in a commit, and several tables together", () => {
    const commits = [...madeBank(order).changes()];
    const gone = new Set<string>();
    const back = new Set<string>();
    for (const change of changesOf(commits)) {
      if (change.operation === "D") gone.add(keyOf(change));
      else if (change.operation === "I" && gone.has(keyOf(change))) back.add(change.table.name);
    }
    expect([...back].toSorted()).toEqual(["flag", "key_only", "mysql_types", "postgresql_types", "wide"]);
    expect(commits.some(({ changes }) => new Set(changes.map(keyOf)).size < changes.length)).toBe(true);
    expect(commits.some(({ changes }) => new Set(changes.map((each) => each.table)).size > 1)).toBe(true);
    expect(commits.some(({ committed }, index) => committed === commits[index - 1]?.committed)).toBe(true);
  });

  it("changes every column of every type, to empty and back", () => {
    const bank = madeBank(order);
    const rows = new Map<string, BankChange>();
    const met = new Set<string>();
    for (const change of changesOf([...bank.opening(), ...bank.changes()])) {
      const before = rows.get(keyOf(change));
      if (change.operation === "U" && before !== undefined) {
        for (const [index, value] of change.row.entries()) {
          const was = before.row[index] ?? null;
          if (value === was) continue;
          met.add(
            `${change.table.system} ${change.table.columns[index]?.name} ${was === null ? "from" : value === null ? "to" : "other"}`,
          );
        }
      }
      rows.set(keyOf(change), change);
    }
    for (const [system, types] of [
      ["one", MYSQL_TYPES],
      ["two", POSTGRESQL_TYPES],
    ] as const) {
      for (const [index, type] of types.entries()) {
        const kinds = type.endsWith("serial") ? ["other"] : ["other", "to", "from"];
        for (const kind of kinds)
          expect([type, kind, met.has(`${system} c${index} ${kind}`)]).toEqual([type, kind, true]);
      }
    }
  });

  it("gives four hundred tables rows and changes for two thousand", () => {
    const tables = Array.from({ length: 400 }, (_, index) =>
      table(`t${index}`, { id: "int", note: "varchar(9)" }, ["id"]),
    );
    const bank = madeBank({
      ...order,
      environment: { consumers: [], producers: [{ sources: [source("many", "aurora-mysql", tables)] }] },
    });
    const opened = new Set(changesOf(bank.opening()).map((change) => change.table.name));
    const changed = new Map<string, Set<string>>();
    for (const change of changesOf(bank.changes()))
      changed.set(change.table.name, (changed.get(change.table.name) ?? new Set()).add(change.operation));
    expect(opened.size).toBe(320);
    expect(changed.size).toBe(400);
    expect([...changed.values()].every((operations) => operations.has("I") && operations.has("D"))).toBe(true);
  });

  it("lets row conditions and row rules take some rows and leave others, and no row change sides", () => {
    const onlyRows = [{ column: "amount", operator: "gte" as const, value: "0" }];
    const limited = { ...table("limited", { id: "int", amount: "decimal(9,2)", branch: "int" }, ["id"]), onlyRows };
    const consumers = landscape.environments
      .flatMap((each) => each.consumers)
      .slice(0, 1)
      .map((consumer) => ({
        ...consumer,
        teams: consumer.teams.slice(0, 1).map((team) => ({
          ...team,
          shares: [
            {
              domain: "loans",
              upTo: "internal" as const,
              purpose: "",
              owner: "",
              rows: { column: "branch", values: [4711] },
            },
          ],
        })),
      }));
    const bank = madeBank({
      ...order,
      environment: { consumers, producers: [{ sources: [source("one", "aurora-mysql", [limited])] }] },
    });
    const changes = changesOf([...bank.opening(), ...bank.changes()]);
    const sides = new Map<string, Set<boolean>>();
    for (const change of changes)
      sides.set(keyOf(change), (sides.get(keyOf(change)) ?? new Set()).add(Number(valueOf(change, "amount")) >= 0));
    expect([...sides.values()].every(({ size }) => size === 1)).toBe(true);
    expect(new Set([...sides.values()].flatMap((each) => [...each])).size).toBe(2);
    expect(new Set(changes.map((change) => valueOf(change, "branch") === "4711")).size).toBe(2);
  });

  it("is what its databases declare", async () => {
    const bank = madeBank(order);
    const systems = await BankSystems.open(await engine(), bank.databases);
    await systems.applyOpening(bank.opening());
    await systems.apply(bank.changes());
    expect(await systems.checks()).toEqual([]);
    const rows = new Map<BankTable, Map<string, BankChange>>();
    for (const change of changesOf(all(bank))) {
      const own = rows.get(change.table) ?? new Map<string, BankChange>();
      rows.set(change.table, own);
      if (change.operation === "D") own.delete(keyOf(change));
      else own.set(keyOf(change), change);
    }
    for (const { tables } of bank.databases) {
      for (const each of tables) {
        const counted = await lines(systems.connection, `SELECT count(*) FROM ${currentOf(each)}`);
        expect([each.name, ...counted]).toEqual([each.name, String(rows.get(each)?.size)]);
      }
    }
  });

  it("says what it leaves out", () => {
    expect(LEFT_OUT.every((sentence) => sentence.endsWith("."))).toBe(true);
  });

  it("refuses an order that asks for nothing, or for more than there is time", () => {
    expect(() => madeBank({ ...order, changes: 0 })).toThrow("at least one change");
    expect(() => madeBank({ ...order, changes: 1e9, hours: 1 })).toThrow("20 microseconds a change");
  });
});
