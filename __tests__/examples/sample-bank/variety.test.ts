/** Even a small bank has all that its tables allow. */
import { COREBANK, LENDING } from "../../../examples/sample-bank";
import { DISTRICT } from "../../../examples/sample-bank/schema-corebank";
import { INSTALMENT } from "../../../examples/sample-bank/schema-lending";
import type { BankChange } from "../../../local/source-systems";
import { changesOf, END, keyOf, replay, sample, valueOf } from "./support/samples";

const TABLES = [...LENDING.tables, ...COREBANK.tables];

/** Labels that the contracts name in words. */
const LABELS: Readonly<Record<string, readonly string[]>> = {
  "account.statements": ["monthly", "weekly", "per_transaction"],
  "disposition.kind": ["owner", "disponent"],
  "card.kind": ["junior", "classic", "gold"],
  "card.is_blocked": ["t", "f"],
  "instalment.is_paid": ["0", "1"],
  "client.gender": ["F", "M", "X"],
  "transaction.direction": ["credit", "debit"],
  "transaction.operation": ["cash", "card", "transfer", "direct_debit", "standing_order", "interest", "reversal"],
  "payment.channel": ["direct_debit", "standing_order", "branch"],
};

const rowsOf = (changes: Iterable<BankChange>, name: string): readonly BankChange[] =>
  [...changes].filter(({ table }) => table.name === name);

describe.each([1, 2, 3, 4, 5])("a bank of 400 changes, seed %i", (seed) => {
  const bank = sample({ seed, changes: 400 });
  const opened = changesOf(bank.opening());
  const captured = changesOf(bank.changes());
  const all = [...opened, ...captured];
  const rows = new Map<string, BankChange>();
  replay(rows, all);
  const values = (name: string, column: string) => rowsOf(all, name).map((change) => valueOf(change, column));

  const now = (name: string, column: string) => rowsOf(rows.values(), name).map((change) => valueOf(change, column));

  it.each(["account", "district", "client", "loan", "transaction"])("begins with rows of %s", (name) => {
    expect(rowsOf(opened, name).length).toBeGreaterThanOrEqual(8);
  });

  it("has each nullable column both empty and not", () => {
    for (const { name, columns } of TABLES) {
      for (const column of columns.filter(({ nullable }) => nullable)) {
        const isEmpty = new Set(values(name, column.name).map((value) => value === null));
        expect([name, column.name, isEmpty.size]).toEqual([name, column.name, 2]);
      }
    }
  });

  it("has each label", () => {
    const enums = TABLES.flatMap(({ name, columns }) =>
      columns.flatMap((column) => {
        const labels = /^enum\('(.+)'\)$/.exec(column.type)?.[1]?.split("','");
        return labels === undefined ? [] : [[`${name}.${column.name}`, labels] as const];
      }),
    );
    expect(enums).toHaveLength(3);
    for (const [column, labels] of [...enums, ...Object.entries(LABELS)]) {
      const [name = "", field = ""] = column.split(".");
      expect([column, ...labels.filter((label) => !values(name, field).includes(label))]).toEqual([column]);
    }
  });

  it("makes all kinds of changes", () => {
    for (const { name } of TABLES.filter((table) => table !== DISTRICT)) {
      const operations = new Set(rowsOf(captured, name).map(({ operation }) => operation));
      expect([name, operations.has("I")]).toEqual([name, true]);
    }
    for (const name of [
      "instalment",
      "collateral",
      "payment",
      "client",
      "account",
      "disposition",
      "card",
      "standing_order",
    ]) {
      expect([name, rowsOf(captured, name).some(({ operation }) => operation === "D")]).toEqual([name, true]);
    }
  });

  it("ends with accounts in the districts 1, 2 and 3, and loans in every state", () => {
    expect(now("account", "district_id")).toEqual(expect.arrayContaining(["1", "2", "3"]));
    expect(new Set(now("loan", "status"))).toEqual(new Set(["running", "in_arrears", "paid", "defaulted"]));
  });

  it("ends with a running loan that is more than 30 days behind", () => {
    const running = rowsOf(rows.values(), "loan").filter((loan) => valueOf(loan, "status") === "running");
    const ids = new Set(running.map((loan) => valueOf(loan, "loan_id")));
    const old = new Date(Number(END / 1000n) - 31 * 86_400_000).toISOString().slice(0, 10);
    const behind = rowsOf(rows.values(), "instalment").filter(
      (instalment) =>
        ids.has(valueOf(instalment, "loan_id")) &&
        valueOf(instalment, "is_paid") === "0" &&
        (valueOf(instalment, "due_on") ?? "") <= old,
    );
    expect(behind.length).toBeGreaterThan(0);
  });

  it("moves more than 50,000 in the last hour", () => {
    const hourAgo = new Date(Number(END / 1000n) - 3_600_000).toISOString().replace("T", " ");
    const large = rowsOf(rows.values(), "transaction").filter(
      (booking) => Number(valueOf(booking, "amount")) > 50_000 && (valueOf(booking, "booked_at") ?? "") >= hourAgo,
    );
    expect(large.length).toBeGreaterThan(0);
  });

  it("has texts and amounts at their limits", () => {
    expect(values("transaction", "amount")).toEqual(expect.arrayContaining(["9999999999.99"]));
    expect(values("collateral", "appraised_value")).toContain("999999999999.99");
    expect(values("loan", "interest_rate")).toEqual(expect.arrayContaining(["0.0000", "0.0001"]));
    expect(values("transaction", "purpose")).toContain("");
    expect(values("client", "full_name").some((name) => /[\u0100-\uffff]/.test(name ?? ""))).toBe(true);
    expect(values("account", "balance").some((balance) => balance?.startsWith("-"))).toBe(true);
  });
});

describe("late postings and corrections", () => {
  const changes = [...sample({ changes: 5_000 }).changes()].flatMap(({ committed, changes: rows }) =>
    rows.filter(({ table }) => table.name === "transaction").map((change) => ({ committed, change })),
  );

  it("counts some bookings from days before their commit", () => {
    const late = changes.filter(({ committed, change }) => {
      const booked = Date.parse(`${valueOf(change, "booked_at")?.replace(" ", "T")}Z`);
      return change.operation === "I" && Number(committed / 1000n) - booked > 86_400_000;
    });
    expect(late.length).toBeGreaterThan(5);
  });

  it("books back what was wrong, and leaves the wrong booking", () => {
    expect(changes.filter(({ change }) => valueOf(change, "operation") === "reversal").length).toBeGreaterThan(5);
  });
});

describe("instalments that are put off", () => {
  it("are deleted and inserted again with a later day", () => {
    const instalments = changesOf(sample({ changes: 5_000 }).changes()).filter(({ table }) => table === INSTALMENT);
    const deleted = new Map<string, BankChange>();
    const days: (readonly [string, string])[] = [];
    for (const change of instalments) {
      const before = deleted.get(keyOf(change));
      if (change.operation === "D") deleted.set(keyOf(change), change);
      else if (change.operation === "I" && before !== undefined) {
        days.push([valueOf(before, "due_on") ?? "", valueOf(change, "due_on") ?? ""]);
      }
    }
    expect(days.length).toBeGreaterThan(5);
    expect(days.filter(([before, after]) => before >= after)).toEqual([]);
  });
});

describe("columns", () => {
  it("hold times that differ in their last digits, so that none of them may get lost", () => {
    const times = changesOf(sample().changes()).flatMap(({ table, row }) =>
      row.filter((_, index) => /^(?:timestamp|datetime)/.test(table.columns[index]?.type ?? "")),
    );
    const belowMilliseconds = times.map((time) => /\.\d{3}(\d{3})$/.exec(time ?? "")?.[1]);
    expect(new Set(belowMilliseconds).size).toBeGreaterThan(100);
  });
});
