import { type LoggedEvent, mysqlTransactions } from "../../../local/source-logs/mysql";
import type { BankDatabase, BankTable } from "../../../local/source-systems";

const LOAN: BankTable = {
  schema: "lending",
  name: "loan",
  primaryKey: ["id"],
  columns: [
    { name: "id", type: "bigint", nullable: false },
    { name: "flag", type: "bit(1)", nullable: true },
    { name: "raw", type: "varbinary(4)", nullable: true },
    { name: "kind", type: "enum('a')", nullable: true },
    { name: "code", type: "binary(4)", nullable: true },
  ],
};
const DATABASE: BankDatabase = { engine: "mysql", database: "lending", tables: [LOAN] };
const of = { schema: "lending", table: "loan" };
const row = (id: number) => ({
  id,
  flag: Buffer.from([1]),
  raw: Buffer.from([255, 0]),
  kind: undefined,
  code: Buffer.from([0, 16, 0, 0]),
});
const commit: LoggedEvent = { kind: "commit", at: 1_769_860_800 };

describe("transactions of a binary log", () => {
  it("carry whole seconds and values as the bank's databases have them", () => {
    expect(mysqlTransactions(DATABASE, [{ kind: "I", ...of, rows: [row(1)] }, commit])).toEqual([
      {
        database: DATABASE,
        committed: 1_769_860_800_000_000n,
        changes: [{ table: LOAN, operation: "I", row: ["1", "1", "ff00", "", "0010"] }],
      },
    ]);
  });

  it("have the new row of an update, the old one of a deletion, and nothing that was not committed", () => {
    const transactions = mysqlTransactions(DATABASE, [
      { kind: "U", ...of, rows: [{ before: row(1), after: { ...row(2), flag: null } }] },
      { kind: "D", ...of, rows: [row(3)] },
      { kind: "I", schema: "lending", table: "other", rows: [row(4)] },
      commit,
      { kind: "I", ...of, rows: [row(5)] },
    ]);
    expect(transactions.flatMap(({ changes }) => changes.map((change) => [change.operation, ...change.row]))).toEqual([
      ["U", "2", null, "ff00", "", "0010"],
      ["D", "3", "1", "ff00", "", "0010"],
    ]);
  });

  it("have no update without its key, which a log of changed columns only leaves out", () => {
    const update: LoggedEvent = { kind: "U", ...of, rows: [{ before: row(1), after: { ...row(1), id: null } }] };
    expect(mysqlTransactions(DATABASE, [update, commit])).toEqual([]);
  });

  it("leave a column empty that the log does not have", () => {
    const { id } = row(1);
    const [transaction] = mysqlTransactions(DATABASE, [{ kind: "I", ...of, rows: [{ id }] }, commit]);
    expect(transaction?.changes[0]?.row).toEqual(["1", null, null, null, null]);
  });
});
