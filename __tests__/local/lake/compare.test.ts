import { compareWithSources } from "../../../local/lake";
import type { PlannedColumn, PlannedTable } from "../../../local/replication";
import { LOAN_TABLES } from "../../support/lake/zone";
import { zones } from "../../support/lake/zones";

const zone = zones();

const planned = (name: string, source: string, type: string, isKey = false): PlannedColumn => ({
  source: { name: source, type: "any", nullable: true },
  name,
  type,
  loses: type === "DECIMAL(12,2)" ? "decimals after digit 2" : undefined,
  isKey,
  isLob: false,
});

const PLAN: PlannedTable = {
  source: { schema: "lending", name: "Loan", primaryKey: ["ID"], columns: [] },
  bucket: "raw",
  prefix: "lending/loans/g1/lending/loan/",
  schema: "lending",
  name: "loan",
  columns: [
    planned("loan_id", "ID", "UINTEGER", true),
    planned("amount", "Amount", "DECIMAL(12,2)"),
    planned("status", "Status", "VARCHAR"),
    planned("updated_at", "Updated", "TIMESTAMP"),
  ],
  removed: [{ name: "NationalId", type: "char(11)", nullable: true }],
  filters: [],
  deletesByKey: false,
  sequences: ["dms_change_seq"],
};

const FLOW = {
  machine: "prod-loans-curation",
  current: { database: "loans", name: "loan" },
  changes: { database: "loans_changes", name: "loan" },
  computed: [],
  matchedBy: ["loan_id"],
};

const T = "TIMESTAMP '2026-11-22 10:00:00.123456'";

/** Differences between rows of the source and of the lake, as SQL values. */
async function differences(source: readonly string[], lake: readonly string[], plans = [PLAN], flows = [FLOW]) {
  const { connection } = zone();
  const { catalog } = await zone().open({ tables: LOAN_TABLES });
  await connection.run(
    `ATTACH ':memory:' AS bank; CREATE SCHEMA bank.lending;
     CREATE TABLE bank.lending."Loan" ("ID" UINTEGER, "Amount" DECIMAL(12,4), "Status" VARCHAR, "Updated" TIMESTAMP, "NationalId" VARCHAR)`,
  );
  for (const row of source) await connection.run(`INSERT INTO bank.lending."Loan" VALUES (${row}, 'secret')`);
  for (const row of lake) await connection.run(`INSERT INTO loans.loan VALUES (${row})`);
  return compareWithSources(connection, { catalog, flows, plans });
}

it("finds a merge that finds rows by other columns than the key, whatever the rows are", async () => {
  const same = ["1, 10.5, NULL, NULL"];
  const { differences: found } = await differences(same, same, [PLAN], [{ ...FLOW, matchedBy: ["amount"] }]);
  expect(found).toEqual(["loans.loan: its merge finds rows by amount, but the key of lending.Loan is loan_id"]);
});

const loanRow = (id: number): string => `${id}, 1, 'a', NULL`;

describe("the lake compared with its sources", () => {
  it("is the same when all rows are, and says what was left at the source and what columns may lose", async () => {
    const same = [1, 2].map((id) => `${id}, 10.5, NULL, ${T}`);
    expect(await differences(same, same)).toEqual({
      differences: [],
      tables: [
        {
          source: "lending.Loan",
          current: "loans.loan",
          sourceRows: 2,
          lakeRows: 2,
          differences: [],
          leftAtSource: ["NationalId"],
          losses: ["amount: decimals after digit 2"],
        },
      ],
    });
  });

  it.each([
    [
      "an empty value",
      "17, 100, 'a', NULL",
      "17, NULL, 'a', NULL",
      "loan_id 17: amount is 100.0000 at the source and empty in the lake",
    ],
    [
      "an empty text",
      "17, 1, '', NULL",
      "17, 1, NULL, NULL",
      "loan_id 17: status is '' at the source and empty in the lake",
    ],
    [
      "lost decimals",
      "17, 0.0049, 'a', NULL",
      "17, 0, 'a', NULL",
      "loan_id 17: amount is 0.0049 at the source and 0.0000 in the lake",
    ],
    [
      "a microsecond",
      `17, 1, 'a', ${T}`,
      `17, 1, 'a', TIMESTAMP '2026-11-22 10:00:00.123'`,
      "loan_id 17: updated_at is 2026-11-22 10:00:00.123456 at the source and 2026-11-22 10:00:00.123 in the lake",
    ],
  ])("shows %s", async (_, source, lake, words) => {
    expect((await differences([source], [lake])).differences).toEqual([`loans.loan: 1 rows differ, e.g. ${words}`]);
  });

  it("shows missing, surplus and repeated rows, and counts them", async () => {
    expect(
      (await differences([loanRow(1), loanRow(2), loanRow(3)], [loanRow(3), loanRow(4), loanRow(4), loanRow(5)]))
        .differences,
    ).toEqual([
      "loans.loan: 3 rows at the source, 4 in the lake",
      "loans.loan: 1 rows in the lake have the key of another one, or none",
      "loans.loan: 2 rows of the source are missing, e.g. loan_id 1; loan_id 2",
      "loans.loan: 3 rows of the lake are not at the source, e.g. loan_id 4; loan_id 4; loan_id 5",
    ]);
  });

  it("proves nothing by two empty tables", async () => {
    expect((await differences([], [])).differences).toEqual([
      "loans.loan: no row at the source and none in the lake: nothing is proved",
    ]);
  });

  it("shows columns that are on one side only", async () => {
    const [key, ...others] = PLAN.columns;
    const columns = [...(key === undefined ? [] : [key]), ...others.slice(1), planned("rating", "Rating", "VARCHAR")];
    expect((await differences(["1, 1, 'a', NULL"], ["1, 1, 'a', NULL"], [{ ...PLAN, columns }])).differences).toEqual([
      "loans.loan: column amount is declared, but nothing of lending.Loan arrives as it",
      "loans.loan: column rating arrives from lending.Loan, but is not in the table",
    ]);
  });

  it("shows a folder that no change table reads, and a table that no task captures", async () => {
    const elsewhere = { ...PLAN, prefix: "lending/loans/g2/lending/loan/" };
    expect((await differences([], [], [elsewhere])).differences).toEqual([
      "lending.Loan: no change table is declared over its folder s3://raw/lending/loans/g2/lending/loan/",
      "loans.loan: no task captures a table for it",
    ]);
  });

  it("shows a change table that no merge reads", async () => {
    expect((await differences([], [], [PLAN], [])).differences).toEqual([
      "lending.Loan: no merge reads loans_changes.loan",
    ]);
  });
});
