import { column } from "../../../model/contract/column";
import { stackChanges } from "../../support/compare";
import { withColumn } from "../../support/landscapes";
import { synthesized } from "../../support/synthesized";

const before = synthesized();
const CATALOG = "prod-governance-catalog-loans";
const CURATION = "prod-governance-curation-loans";

describe("one more column", () => {
  it.each([
    [
      "internal, in a table that risk reads whole and finance in part",
      "loan",
      "internal",
      ["prod-finance-analytics", CATALOG, CURATION],
    ],
    ["confidential, in a table that risk reads whole", "loan", "confidential", [CATALOG, CURATION]],
    [
      "restricted, so that risk no longer reads the whole table",
      "loan",
      "restricted",
      [CATALOG, CURATION, "prod-risk-analytics"],
    ],
    [
      "confidential, in a table that risk reads in part",
      "payment",
      "confidential",
      [CATALOG, CURATION, "prod-risk-analytics"],
    ],
    ["forbidden, which DMS removes", "loan", "forbidden", ["prod-lending-replication-loans"]],
  ] as const)("%s, changes these stacks alone", (_, table, classification, changed) => {
    const after = synthesized(withColumn(table, "note", column("varchar(20)", classification, "A note")));
    expect(stackChanges(before, after)).toEqual({ added: [], removed: [], changed });
  });

  it("that is restricted is read by nobody", () => {
    const after = synthesized(withColumn("loan", "note", column("varchar(20)", "restricted", "A note")));
    for (const id of ["prod-risk-analytics", "prod-finance-analytics"]) {
      expect(JSON.stringify(after.stack(id))).not.toContain('"note"');
    }
  });

  it("that is forbidden reaches neither catalog nor merge", () => {
    const after = synthesized(withColumn("loan", "note", column("varchar(20)", "forbidden", "A note")));
    const others = after.ids.filter((id) => id !== "prod-lending-replication-loans");
    for (const id of others) expect(JSON.stringify(after.stack(id))).not.toMatch(/\bnote\b/);
  });
});
