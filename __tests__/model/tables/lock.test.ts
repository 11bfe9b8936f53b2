import { tablesLock } from "../../../model/tables/lock";
import { lockText, parseLock } from "../../../model/tables/lock-file";
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
    const lock = tablesLock(prod);
    expect(parseLock(lockText(lock), "file")).toEqual(lock);
    expect(Object.keys(lock)).toEqual(["deposits", "loans"]);
  });

  it.each(["", "{}", '{"sources":{"loans":{"loan":{"primaryKey":"loan_id"}}}}'])(
    "refuses the file %j, by name",
    (text) => {
      expect(() => parseLock(text, "accounts/prod/tables.lock.json")).toThrow(
        /^accounts\/prod\/tables\.lock\.json is no record of tables \(.+\): restore it from version control$/,
      );
    },
  );
});
