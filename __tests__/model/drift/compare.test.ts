import * as fc from "fast-check";
import { compareSource } from "../../../model/drift/compare";
import type { Drift, FoundTable } from "../../../model/drift/types";
import { crawledLoans, withTable } from "../../support/crawled";

const loan = (change: (table: FoundTable) => FoundTable): readonly Drift[] =>
  compareSource(crawledLoans(withTable("g1_loan", change)));
const columns =
  (change: (all: FoundTable["columns"]) => FoundTable["columns"]) =>
  (table: FoundTable): FoundTable => ({ ...table, columns: change(table.columns) });
const without = (name: string) => loan(columns((all) => all.filter((each) => each.name !== name)));
const FILE = "accounts/prod/tables/loans.ts";
const BUCKET = "s3://examplebank-prod-loans-raw-111122223333";

describe("what the crawler found against what the contracts say", () => {
  it("agrees when DMS writes what the contracts say", () => {
    expect(compareSource(crawledLoans())).toEqual([]);
  });

  it.each<readonly [string, (table: FoundTable) => FoundTable]>([
    ["a location without a slash at the end", (table) => ({ ...table, location: table.location.slice(0, -1) })],
    ["columns in another order", columns((all) => all.toReversed())],
    [
      "the operation's name as DMS writes it",
      columns((all) => all.map((each) => (each.name === "op" ? { ...each, name: "Op" } : each))),
    ],
    ["partition keys among the columns", columns((all) => [...all, { name: "partition_0", type: "string" }])],
    [
      "another spelling of a decimal",
      columns((all) => all.map(({ name, type }) => ({ name, type: type.replace(",", ", ") }))),
    ],
  ])("agrees in spite of %s", (_, change) => {
    expect(loan(change)).toEqual([]);
  });

  it("passes over tables of earlier generations and of nobody's folders", () => {
    const others = ["lending/loans/g0/lending/loan/", "elsewhere/x/g1/y/z/"];
    const tables = others.map((path, index) => ({ name: `old_${index}`, location: `${BUCKET}/${path}`, columns: [] }));
    expect(compareSource(crawledLoans((all) => [...all, ...tables]))).toEqual([]);
  });

  it("says where to add a new column", () => {
    expect(loan(columns((all) => [...all, { name: "fee", type: "decimal(12,2)" }]))).toEqual([
      {
        kind: "new-column",
        source: "loans",
        table: "loan",
        column: "fee",
        found: "decimal(12,2)",
        file: FILE,
        path: "tables[loan].columns",
        remedy: expect.stringContaining("add `fee`") as unknown,
      },
    ]);
  });

  it("says which type to change", () => {
    const wider = columns((all) =>
      all.map((each) => (each.name === "amount" ? { ...each, type: "decimal(14,2)" } : each)),
    );
    expect(loan(wider)).toEqual([
      {
        kind: "changed-type",
        source: "loans",
        table: "loan",
        column: "amount",
        declared: "decimal(12,2)",
        found: "decimal(14,2)",
        file: FILE,
        path: "tables[loan].columns.amount.type",
        remedy: expect.stringContaining("docs/operations.md") as unknown,
      },
    ]);
  });

  it("tells a column of the contract from one of DMS, when it is missing", () => {
    expect(without("status")).toMatchObject([
      { kind: "missing-column", column: "status", file: FILE, path: "tables[loan].columns.status" },
    ]);
    expect(without("dms_change_seq")).toMatchObject([
      { kind: "missing-column", column: "dms_change_seq", path: "tables[loan].columns" },
    ]);
  });

  it("sees a forbidden column in the lake", () => {
    const leaking = withTable(
      "g1_borrower",
      columns((all) => [...all, { name: "national_id", type: "string" }]),
    );
    expect(compareSource(crawledLoans(leaking))).toMatchObject([
      {
        kind: "forbidden-column",
        table: "borrower",
        column: "national_id",
        path: "tables[borrower].columns.national_id",
      },
    ]);
  });

  it("says that a table is missing", () => {
    const fewer = crawledLoans((all) => all.filter(({ name }) => name !== "g1_loan"));
    expect(compareSource(fewer)).toMatchObject([
      { kind: "missing-table", table: "loan", file: FILE, path: "tables[loan]" },
    ]);
  });

  it("names several tables that share one folder, and compares no columns of theirs", () => {
    const split = crawledLoans((all) => [
      ...all,
      { name: "g1_2026_11_22", location: `${BUCKET}/lending/loans/g1/lending/loan/2026-11-22/`, columns: [] },
    ]);
    expect(compareSource(split)).toMatchObject([
      { kind: "several-tables", table: "loan", found: "g1_2026_11_22, g1_loan", path: "tables[loan]" },
    ]);
  });

  it("names a table without a contract", () => {
    const location = `${BUCKET}/lending/loans/g1/lending/audit_log`;
    const more = crawledLoans((all) => [...all, { name: "g1_audit_log", location, columns: [] }]);
    expect(compareSource(more)).toMatchObject([
      { kind: "unexpected-table", table: "g1_audit_log", found: `${location}/`, file: FILE },
    ]);
  });

  it("does not take a table for another whose name begins the same", () => {
    const location = `${BUCKET}/lending/loans/g1/lending/loan_history`;
    const more = crawledLoans((all) => [...all, { name: "g1_loan_history", location, columns: [] }]);
    expect(compareSource(more)).toMatchObject([{ kind: "unexpected-table", table: "g1_loan_history" }]);
  });

  it("reports each changed column once, and only those, whatever is changed", () => {
    const names = crawledLoans().tables.flatMap(({ name, columns: all }) => all.map((each) => `${name}.${each.name}`));
    fc.assert(
      fc.property(fc.subarray(names), fc.subarray(names), (dropped, retyped) => {
        const tables = (all: readonly FoundTable[]) =>
          all.map((table) => ({
            ...table,
            columns: table.columns
              .filter(({ name }) => !dropped.includes(`${table.name}.${name}`))
              .map((each) =>
                retyped.includes(`${table.name}.${each.name}`) ? { ...each, type: "map<int,int>" } : each,
              ),
          }));
        const found = compareSource(crawledLoans(tables));
        const of = (kind: string) =>
          found.filter((each) => each.kind === kind).map(({ table, column }) => `g1_${table}.${column}`);
        expect(of("missing-column").toSorted()).toEqual(dropped.toSorted());
        expect(of("changed-type").toSorted()).toEqual(retyped.filter((each) => !dropped.includes(each)).toSorted());
        expect(found).toHaveLength(new Set([...dropped, ...retyped]).size);
      }),
      { numRuns: 50 },
    );
  });
});
