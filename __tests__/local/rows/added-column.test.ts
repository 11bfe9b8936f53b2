import type { FileTable } from "../../../local/lake/catalog/types";
import { plannedTables } from "../../../local/replication";
import { asDeclared, columnToAdd, unasked } from "../../../local/rows/added-column";
import type { BankChange, BankTable } from "../../../local/source-systems";
import { first } from "../../support/json";
import { APP_LOG, CLIENT, COREBANK, LENDING, LOAN } from "../../support/replication/bank";
import { include, LOAN_RULES, postgresql, taskOf } from "../../support/replication/task";

const loans = taskOf({ rules: [...LOAN_RULES, include("lending", "app_log")] });
const deposits = taskOf(postgresql({ source: { PostgreSQLSettings: { CaptureDdls: false } } }));
const ofLoans = { task: loans, plans: plannedTables(loans, LENDING) };
const ofDeposits = { task: deposits, plans: plannedTables(deposits, COREBANK) };

const declared = (
  { bucket, prefix }: { readonly bucket: string; readonly prefix: string },
  name: string,
): FileTable => ({
  database: "loans_changes",
  name,
  kind: "files",
  columns: [],
  place: { bucket, prefix },
  partitions: undefined,
});
const [loan = first(ofLoans.plans), log = first(ofLoans.plans)] = ofLoans.plans;
const catalog = { files: [declared(loan, "loan"), declared(log, "app_log")] };

/** A bank that changes tables, one commit a second. */
const bankOf = (...changed: readonly (readonly [BankTable, BankChange["operation"]])[]) => ({
  changes: () =>
    changed.map(([table, operation], index) => ({
      database: LENDING,
      committed: BigInt(index),
      changes: [{ table, operation, row: [] }],
    })),
});

const chosen = (bank: ReturnType<typeof bankOf>, time = -1n) =>
  columnToAdd({ replications: [ofDeposits, ofLoans], catalog, bank }, time);

const named = (...names: readonly string[]): BankTable => ({
  ...LOAN,
  columns: [...LOAN.columns, ...names.map((name) => ({ name, type: "int", nullable: true }))],
});
const nameFor = (table: BankTable) =>
  columnToAdd({ replications: [{ ...ofLoans, plans: [{ ...loan, source: table }] }], catalog, bank: bankOf() }, 0n)
    .name;

describe("the table that gets a column", () => {
  it("is one whose tasks bring it at once, of those the one that is written most", () => {
    const busy = [CLIENT, "U"] as const;
    expect(chosen(bankOf([APP_LOG, "I"], [LOAN, "I"], [LOAN, "U"], busy, busy, busy))).toEqual({
      table: LOAN,
      name: "channel",
      declared: ["loans_changes.loan"],
      arrives: true,
    });
    expect(chosen(bankOf([LOAN, "I"], [APP_LOG, "I"], [APP_LOG, "U"])).table).toBe(APP_LOG);
  });

  it("is one that rows are written to afterwards", () => {
    const bank = bankOf([LOAN, "I"], [LOAN, "U"], [APP_LOG, "I"], [LOAN, "D"], [LOAN, "D"]);
    expect(chosen(bank, 1n).table).toBe(APP_LOG);
  });

  it("is one that gets it with the next load only, where there is no other", () => {
    const found = columnToAdd({ replications: [ofDeposits], catalog, bank: bankOf([CLIENT, "U"]) }, 0n);
    expect(found).toEqual({ table: CLIENT, name: "channel", declared: [], arrives: false });
  });

  it("gets a name that it does not have", () => {
    expect(nameFor(named("Channel"))).toBe("channel_2");
    expect(nameFor(named("CHANNEL", "channel_2"))).toBe("channel_3");
  });
});

const asked = { name: "channel", declared: ["loans_changes.loan"], arrives: true };
const noticed = {
  table: "loans_changes.loan",
  found: "column channel is in 3 of 9 files, but is not declared",
  look: "it",
};
const other = { table: "loans_changes.loan", found: "column amount is declared, but is in none", look: "it" };
const elsewhere = { ...noticed, table: "leasing_changes.loan" };

test("a column that the bank was asked to add is no mistake, and everything else is", () => {
  expect(unasked(asked, [noticed])).toEqual([]);
  expect(unasked(asked, [noticed, other])).toEqual([`${other.table}: ${other.found}. Look at it.`]);
  expect(unasked(asked, [noticed, elsewhere])).toEqual([`${elsewhere.table}: ${noticed.found}. Look at it.`]);
  expect(unasked(undefined, [noticed])).toEqual([`${noticed.table}: ${noticed.found}. Look at it.`]);
});

test("a column that was added and that nobody notices is a mistake, where DMS brings it", () => {
  expect(unasked(asked, [])).toEqual(["nobody notices column channel of loans_changes.loan"]);
  expect(unasked({ ...asked, arrives: false }, [])).toEqual([]);
  expect(unasked({ ...asked, arrives: false }, [noticed])).toEqual([`${noticed.table}: ${noticed.found}. Look at it.`]);
});

test("the lake is not expected to have it", () => {
  const added = { ...asked, table: LOAN, name: "status" };
  expect(asDeclared(added, loan).columns).toEqual(loan.columns.filter(({ name }) => name !== "status"));
  expect(asDeclared(added, log)).toBe(log);
  expect(asDeclared(undefined, loan)).toBe(loan);
});
