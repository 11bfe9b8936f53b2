import { plannedTables } from "../../../local/replication";
import { CLIENT, COREBANK, LENDING, LOAN } from "../../support/replication/bank";
import { at, type Change, type SourceSystems } from "../../support/replication/source";
import { started } from "../../support/replication/started";
import { CLIENT_RULES, include, LOAN_RULES, postgresql, type Rule, taskOf } from "../../support/replication/task";

const OPENED = "2026-01-30 10:00:00";
const CHANGED = "2026-01-31 12:00:01";
const END = at("2026-01-31 12:05:00");

/** A filter as table mappings write it. */
const filter = (column: string, ...conditions: readonly Rule[]): Rule => ({
  "filter-type": "source",
  "column-name": column,
  "filter-conditions": conditions,
});
const on = (operator: string, value?: string): Rule => ({
  "filter-operator": operator,
  ...(value === undefined ? {} : { value }),
});
const between = (operator: string, start: string, end: string): Rule => ({
  "filter-operator": operator,
  "start-value": start,
  "end-value": end,
});
const filtered = (filters: readonly Rule[]): readonly Rule[] => [
  { ...include("lending", "Loan"), filters },
  ...LOAN_RULES.slice(1),
];

/** Loans 1 to 4 of 5, 10, 10 and 20 months; the last is of no day. */
const LOANS = [
  ["1", "5", "running", "2026-01-01"],
  ["2", "10", "paid", "2026-01-02"],
  ["3", "10", "Paid", "2026-01-03"],
  ["4", "20", "running", null],
] as const;
type Loan = readonly [id: string, months: string, status: string, day: string | null];
const loan = (operation: Change[0], [id, months, status, day]: Loan): Change => [
  operation,
  LOAN,
  id,
  null,
  "1.00",
  months,
  status,
  day,
  null,
];

/** Ids in the load, and in the changes after every loan was changed in its amount alone. */
async function arrived(filters: readonly Rule[]) {
  const { bank, bucket, replication, close } = await started(LENDING, { rules: filtered(filters) }, async (source) => {
    for (const each of LOANS) await source.commit(OPENED, loan("I", each));
  });
  for (const each of LOANS) await bank.commit(CHANGED, loan("U", each));
  const { rows } = await replication.capture(END);
  const ids = await Promise.all(
    ["LOAD", "/2026-01-31/"].map(async (part) => {
      const found = bucket.keys.filter((key) => key.includes(part));
      const files = await Promise.all(found.map((key) => bank.rows(`SELECT loan_id FROM '${bucket.path(key)}'`)));
      return files
        .flat()
        .map((row) => String(row["loan_id"]))
        .toSorted()
        .join("");
    }),
  );
  close();
  expect(rows).toBe(ids[1]?.length);
  return ids;
}

test.each<readonly [readonly Rule[], string]>([
  [[filter("months", on("eq", "10"))], "23"],
  [[filter("months", on("noteq", "10"))], "14"],
  [[filter("months", on("gte", "10"))], "234"],
  [[filter("months", on("lte", "10"))], "123"],
  [[filter("months", on("ste", "10"))], "123"],
  [[filter("months", between("between", "6", "10"))], "23"],
  [[filter("months", between("notbetween", "6", "10"))], "14"],
  [[filter("status", on("eq", "paid"))], "2"],
  [[filter("granted_on", on("notnull"))], "123"],
  [[filter("granted_on", on("null"), on("eq", "2026-01-02"))], "24"],
  [[filter("loan_id", on("eq", "1"), on("gte", "4"))], "14"],
  [[filter("months", on("gte", "10")), filter("status", on("noteq", "paid"))], "34"],
])("filters join by and, conditions by or, in load and changes: %j take %s", async (filters, ids) => {
  expect(await arrived(filters)).toEqual([ids, ids]);
});

const crossing = async (change: (bank: SourceSystems) => Promise<void>, rule: Rule) => {
  const { bank, replication, close } = await started(LENDING, { rules: filtered([rule]) }, async (source) => {
    for (const each of LOANS) await source.commit(OPENED, loan("I", each));
  });
  await change(bank);
  const told = await replication.capture(END).then(
    () => "captured",
    (error: unknown) => String(error),
  );
  close();
  return told;
};
const RUNNING = filter("status", on("eq", "running"));

test.each([
  ["out of", ["4", "20", "paid", null]],
  ["into", ["2", "10", "running", "2026-01-02"]],
] as const)("a row that goes %s its filter is refused by name", async (_, row) => {
  const told = await crossing((bank) => bank.commit(CHANGED, loan("U", row)), RUNNING);
  expect(told).toContain(
    `loans, lending.Loan: a row crosses its filter: loan_id ${row[0]}; filter by columns that never`,
  );
});

test("a row that goes and comes back on the other side does not cross", async () => {
  const [, , , last] = LOANS;
  const told = await crossing(async (bank) => {
    await bank.commit(CHANGED, loan("D", last));
    await bank.commit(CHANGED, loan("I", ["4", "20", "paid", null]));
  }, RUNNING);
  expect(told).toBe("captured");
});

test("an empty value is refused, in the load and in a change", async () => {
  const days = filter("granted_on", on("gte", "2026-01-02"));
  const empty = "a row has nothing in a column of its filter: loan_id 4";
  await expect(arrived([days])).rejects.toThrow(empty);
  const bare = async () => {
    const { bank, replication, close } = await started(LENDING, { rules: filtered([days]) });
    await bank.commit(CHANGED, loan("I", LOANS[3]));
    await replication.capture(END).finally(close);
  };
  await expect(bare()).rejects.toThrow(empty);
});

test.each([
  ["its key alone, and is lost", undefined, ["I"]],
  ["the whole row", "full" as const, ["D", "I"]],
])("a deletion of PostgreSQL carries %s, under a filter outside of the key", async (_, identity, operations) => {
  const table = identity === undefined ? CLIENT : { ...CLIENT, replicaIdentity: identity };
  const rules = [{ ...include("core", "client"), filters: [filter("full_name", on("noteq", "test"))] }];
  const { bank, bucket, replication, rowsOf, close } = await started(
    { ...COREBANK, tables: [table] },
    postgresql({ rules: [...rules, ...CLIENT_RULES.slice(1)] }),
  );
  const row = ["7", "Zoë", "true", "-0.01", "", "2026-01-31 11:00:00"] as const;
  await bank.commit(CHANGED, ["I", table, ...row]);
  await bank.commit(CHANGED, ["I", table, "8", "test", ...row.slice(2)]);
  await bank.commit("2026-01-31 12:00:02", ["D", table, ...row]);
  await replication.capture(END);
  const rows = (await Promise.all(bucket.keys.map(rowsOf))).flat();
  expect(rows.map(({ Op: operation }) => String(operation)).toSorted()).toEqual(operations);
  expect(rows.every((each) => each["full_name"] === "Zoë")).toBe(true);
  close();
});

const ruled = (...rules: readonly Rule[]) =>
  plannedTables(taskOf({ rules: [...rules, ...LOAN_RULES.slice(1)] }), LENDING);
const included = (schema: string, table: string, ...filters: readonly Rule[]): Rule => ({
  ...include(schema, table),
  filters,
});
const MONTHS = filter("months", on("eq", "10"));

test.each<readonly [Rule, string]>([
  [included("lending", "L%", MONTHS), "filters of lending.L%; filters take exact names"],
  [included("lending", "L_an", MONTHS), "filters of lending.L_an; filters take exact names"],
  [
    { ...included("lending", "Loan", MONTHS), "rule-action": "explicit" },
    "explicit with filters; filters belong to include",
  ],
  [included("lending", "Loan", filter("month", on("eq", "1"))), "filters by month; the table has no such column"],
  [included("lending", "Loan", filter("months", on("eq", "many"))), "compares months with many; write a number"],
  [
    included("lending", "Loan", filter("status", on("gte", "paid"))),
    "compares the order of status; AWS's pages do not say",
  ],
])("a task is refused by name for filters that AWS rules out or leaves open: %j", (rule, problem) => {
  expect(() => ruled(rule)).toThrow(problem);
});

test("so is one with two rules about a table, or a filter by a large object", () => {
  expect(() => ruled(included("lending", "Loan", MONTHS), include("lending", "Loan"))).toThrow("another rule selects");
  const rules = [{ ...include("core", "client"), filters: [filter("note", on("eq", "x"))] }, ...CLIENT_RULES.slice(1)];
  expect(() => plannedTables(taskOf(postgresql({ rules })), COREBANK)).toThrow("filters by note, a large object");
});
