import { join } from "node:path";
import { readTablesLocks } from "../../synth/tables-locks";
import { landscape } from "../landscape";
import { prod } from "../landscape/prod";
import { temporaryFolder, write } from "../support/folders";

const project = temporaryFolder();
const record = (name: string, ...lines: readonly string[]): void =>
  write(join(project(), "accounts/records", name), `${lines.join("\n")}\n`);
const read = (of: unknown) => readTablesLocks(of, project());

const TABLE = ["loans.loan", "  key loan_id", "  column loan_id bigint", "  column fresh string  [staging]"];

describe("the record of deployed tables", () => {
  it("is empty where nothing is recorded", () => {
    expect(read(landscape)).toEqual({});
  });

  it("gives each environment what it has", () => {
    record("environments.txt", "prod", `  lending ${prod.producers[0]?.id}`, "staging", "  lending 232323232320");
    record("tables/loans.txt", ...TABLE);
    const table = { primaryKey: ["loan_id"], partitionedBy: [], columns: { loan_id: "bigint" } };
    expect(read(landscape)).toEqual({
      prod: { loans: { loan: table } },
      staging: { loans: { loan: { ...table, columns: { loan_id: "bigint", fresh: "string" } } } },
    });
  });

  it("holds for a landscape with mistakes too, so that one report has them all", () => {
    record("environments.txt", "prod", `  lending ${prod.producers[0]?.id}`);
    record("tables/loans.txt", ...TABLE);
    expect(Object.keys(read({ environments: [{ ...prod, tags: 1 }] }))).toEqual(["prod"]);
  });

  it("binds no environment of the same name in other accounts", () => {
    record("environments.txt", "prod", "  lending 999999999999");
    record("tables/loans.txt", ...TABLE);
    expect(read(landscape)).toEqual({});
  });

  it("is refused by the name of the file when it is damaged", () => {
    record("environments.txt", "prod", `  lending ${prod.producers[0]?.id}`);
    record("tables/loans.txt", "loans.loan", "  colour red");
    expect(() => read(landscape)).toThrow("accounts/records/tables/loans.txt");
  });
});
