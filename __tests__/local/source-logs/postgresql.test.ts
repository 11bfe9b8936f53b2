import { postgresqlTransactions } from "../../../local/source-logs/postgresql";
import { readLine, UNCHANGED } from "../../../local/source-logs/test-decoding";
import type { BankDatabase, BankTable } from "../../../local/source-systems";

const NOTE: BankTable = {
  schema: "Core x",
  name: "note",
  primaryKey: ["id"],
  columns: [
    { name: "id", type: "bigint", nullable: false },
    { name: "Text", type: "text", nullable: true },
    { name: "at", type: "timestamptz", nullable: true },
    { name: "raw", type: "bytea", nullable: true },
  ],
};
const DATABASE: BankDatabase = { engine: "postgresql", database: "core", tables: [NOTE] };
const PLACE = `table "Core x".note`;

const committed = (...lines: readonly string[]) =>
  postgresqlTransactions(DATABASE, ["BEGIN 7", ...lines, "COMMIT 7 (at 2026-01-31 12:00:00.5+00)"]);
const rows = (...lines: readonly string[]) =>
  committed(...lines).flatMap(({ changes }) => changes.map(({ operation, row }) => [operation, ...row]));

describe("a line of test_decoding", () => {
  it("is read with quotes, brackets, line breaks and the words of the plugin in values", () => {
    const line = `${PLACE}: INSERT: id[bigint]:-1 "Text"[character varying]:'it''s\nnull [x]: new-tuple: ' tags[text[]]:'{"a]:"}' bits[bit]:B'101' n[numeric]:1.50 none[text]:null`;
    const change = readLine(line);
    expect(change).toMatchObject({ kind: "I", schema: "Core x", table: "note", before: undefined });
    expect("after" in change && [...(change.after ?? [])]).toEqual([
      ["id", "-1"],
      ["Text", "it's\nnull [x]: new-tuple: "],
      ["tags", '{"a]:"}'],
      ["bits", "101"],
      ["n", "1.50"],
      ["none", null],
    ]);
  });

  it("has the old row before the new one where the log has it", () => {
    const change = readLine(
      `${PLACE}: UPDATE: old-key: id[bigint]:1 new-tuple: id[bigint]:2 "Text"[text]:unchanged-toast-datum`,
    );
    expect("before" in change && [...(change.before ?? [])]).toEqual([["id", "1"]]);
    expect("after" in change && [...(change.after ?? [])]).toEqual([
      ["id", "2"],
      ["Text", UNCHANGED],
    ]);
  });

  it("is refused when it is none", () => {
    expect(() => readLine("COMMIT 7")).toThrow('test_decoding: expected table  at "COMMIT 7"');
    expect(() => readLine(`${PLACE}: MERGE: id[bigint]:1`)).toThrow("expected an operation");
  });
});

describe("transactions of the log", () => {
  it("carry the time of their commit and values as the bank's databases have them", () => {
    expect(
      committed(
        `${PLACE}: INSERT: id[bigint]:1 "Text"[text]:'a' at[timestamp with time zone]:'2026-01-31 11:00:00+00' raw[bytea]:'\\x00ff'`,
      ),
    ).toEqual([
      {
        database: DATABASE,
        committed: BigInt(Date.UTC(2026, 0, 31, 12)) * 1000n + 500_000n,
        changes: [{ table: NOTE, operation: "I", row: ["1", "a", "2026-01-31 11:00:00", "00ff"] }],
      },
    ]);
  });

  it("are read in UTC alone", () => {
    const zone = ["BEGIN 7", `${PLACE}: DELETE: id[bigint]:1`, "COMMIT 7 (at 2026-01-31 12:00:00+01)"];
    expect(() => postgresqlTransactions(DATABASE, zone)).toThrow("the log must be read in UTC");
  });

  it("have of a large value that was left alone what the old row has, else nothing", () => {
    const rest = `at[timestamp with time zone]:null raw[bytea]:null`;
    const update = `id[bigint]:1 "Text"[text]:unchanged-toast-datum ${rest}`;
    expect(rows(`${PLACE}: UPDATE: ${update}`)).toEqual([["U", "1", null, null, null]]);
    expect(rows(`${PLACE}: UPDATE: old-key: id[bigint]:1 "Text"[text]:'long' ${rest} new-tuple: ${update}`)).toEqual([
      ["U", "1", "long", null, null],
    ]);
  });

  it("have no deletion without a row, no key that changes, no TRUNCATE, and no other table", () => {
    expect(
      committed(
        `${PLACE}: DELETE: (no-tuple-data)`,
        `${PLACE}: UPDATE: old-key: id[bigint]:1 new-tuple: id[bigint]:2 "Text"[text]:'a'`,
        `${PLACE}, core.other: TRUNCATE: (no-flags)`,
        "table core.other: INSERT: id[bigint]:1",
      ),
    ).toEqual([]);
    expect(rows(`${PLACE}: DELETE: id[bigint]:1`)).toEqual([["D", "1", null, null, null]]);
  });
});
