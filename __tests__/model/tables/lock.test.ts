import { tablesLock } from "../../../model/tables/lock";
import { tableLines, tablesIn } from "../../../model/tables/lock-file";
import { first } from "../../support/json";
import { prod, withLoans } from "../../support/landscapes";

const { environments } = withLoans({
  tables: [
    {
      schema: "lending",
      name: "loan",
      description: "A loan",
      primaryKey: ["number", "loan_id"],
      partitionedBy: [
        { transform: "bucket", column: "loan_id", buckets: 8 },
        { transform: "year", column: "since" },
      ],
      columns: {
        loan_id: { type: "bigint", classification: "internal", description: "Loan" },
        number: { type: "smallint unsigned", classification: "internal", description: "Number" },
        since: { type: "date", classification: "internal", description: "Day" },
        secret: { type: "varchar(11)", classification: "forbidden", description: "Never in the lake" },
      },
    },
  ],
});

describe("the record of tables", () => {
  it("has key, partition and curated types of each table, and nothing that never reaches the lake", () => {
    expect(tablesLock(first(environments))["loans"]).toEqual({
      loan: {
        primaryKey: ["loan_id", "number"],
        partitionedBy: ["bucket[8] loan_id", "year since"],
        columns: { loan_id: "bigint", number: "int", since: "date" },
      },
    });
  });

  it("comes back from its file", () => {
    const lock = { ...tablesLock(prod), ...tablesLock(first(environments)) };
    const lines = Object.entries(lock).flatMap(([source, tables]) => tableLines(source, tables));
    expect(tablesIn(lines, "file")).toEqual(lock);
    expect(Object.keys(lock)).toEqual(["deposits", "loans"]);
  });

  it.each([
    ["a column of no table", ["  column a int"]],
    ["a line that says something else", ["loans.loan", "  colour red"]],
    ["a column without a type", ["loans.loan", "  column a"]],
  ])("refuses %s, by the name of the file", (_, lines) => {
    expect(() => tablesIn(lines, "tables/loans")).toThrow(
      /^tables\/loans: ".+" says nothing of a table: restore the file from version control$/,
    );
  });
});
