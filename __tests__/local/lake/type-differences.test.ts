import { typeDifferences } from "../../../local/lake";
import { changes, current, HEADER, LOAN, LOAN_FILES } from "../../support/lake/declared";
import { LOAN_TABLES } from "../../support/lake/zone";
import { zones } from "../../support/lake/zones";

const zone = zones();

const FLOW = {
  machine: "prod-loans-curation",
  current: { database: "loans", name: "loan" },
  changes: { database: "loans_changes", name: "loan" },
  computed: ["updated_at"],
  matchedBy: ["loan_id"],
};

/** Differences when the current-state table, and perhaps the change table, has other types. */
async function differences(types: Readonly<Record<string, string>>, changed: Readonly<Record<string, string>> = {}) {
  const { catalog } = await zone().open({
    tables: {
      ...LOAN_TABLES,
      loans: [current("loan", { columns: { ...LOAN, ...types } })],
      loans_changes: [changes("loan", { columns: { ...HEADER, ...LOAN_FILES, ...changed } })],
    },
  });
  return typeDifferences(catalog, [FLOW]);
}

test.each([
  ["amount", "double", "decimal(12,2)"],
  ["amount", "decimal(12,1)", "decimal(12,2)"],
  ["amount", "decimal(10,2)", "decimal(12,2)"],
  ["loan_id", "string", "bigint"],
  ["loan_id", "int", "bigint"],
  ["status", "int", "string"],
])("%s cannot be %s when it is merged from %s", async (column, type, merged) => {
  expect(await differences({ [column]: type })).toEqual([
    {
      table: "loans.loan",
      found: `column ${column} is declared as ${type}, but what is merged into it is ${merged} in loans_changes.loan`,
      look: "the columns of both tables in the catalog",
    },
  ]);
});

test.each([
  ["equal", {}, {}],
  ["wider", { amount: "decimal(14,2)" }, {}],
  ["wider or another kind of text", {}, { loan_id: "int", status: "varchar(20)" }],
  ["computed by the statement", { updated_at: "date" }, {}],
] as const)("a type that is %s is no difference", async (_, types, changed) => {
  expect(await differences(types, changed)).toEqual([]);
});
