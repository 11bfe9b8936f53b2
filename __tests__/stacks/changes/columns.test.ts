import { column } from "../../../model/contract/column";
import type { Landscape } from "../../../model/landscape/types";
import { stackChanges } from "../../support/compare";
import { withColumn } from "../../support/landscapes";
import { synthesized } from "../../support/synthesized";

const before = synthesized();
const CATALOG = "prod-governance-catalog-loans";
const CURATION = "prod-governance-curation-loans";
/** Both sides of the comparison with the source. */
const RECONCILIATION = "prod-governance-reconciliation-loans";
const FIGURES = "prod-lending-reconciliation-loans";
/** It tells a column that is in no contract from one that is. */
const READINESS = "prod-lending-readiness-loans";

/** The landscape after the owners of shares that name what they open have agreed to the column. */
const agreed = ({ environments }: Landscape, table: string): Landscape => ({
  environments: environments.map((environment) => ({
    ...environment,
    consumers: environment.consumers.map((consumer) => ({
      ...consumer,
      teams: consumer.teams.map((team) => ({
        ...team,
        shares: team.shares.map((share) => {
          const named = share.covers?.[table];
          return named === undefined ? share : { ...share, covers: { ...share.covers, [table]: [...named, "note"] } };
        }),
      })),
    })),
  })),
});

describe("one more column", () => {
  it.each([
    [
      "internal, in a table that risk reads whole and finance in part",
      "loan",
      "internal",
      ["prod-finance-analytics", CATALOG, CURATION, RECONCILIATION, READINESS, FIGURES],
    ],
    [
      "confidential, in a table that risk reads whole",
      "loan",
      "confidential",
      [CATALOG, CURATION, RECONCILIATION, READINESS, FIGURES],
    ],
    [
      "restricted, so that risk no longer reads the whole table",
      "loan",
      "restricted",
      [CATALOG, CURATION, RECONCILIATION, READINESS, FIGURES, "prod-risk-analytics"],
    ],
    [
      "confidential, in a table that risk reads in part",
      "payment",
      "confidential",
      [CATALOG, CURATION, RECONCILIATION, READINESS, FIGURES, "prod-risk-analytics"],
    ],
    ["forbidden, which DMS removes", "loan", "forbidden", [READINESS, "prod-lending-replication-loans"]],
  ] as const)("%s, changes these stacks alone", (_, table, classification, changed) => {
    const landscape = withColumn(table, "note", column("varchar(20)", classification, "A note"));
    const after = synthesized(classification === "confidential" ? agreed(landscape, table) : landscape);
    expect(stackChanges(before, after)).toEqual({ added: [], removed: [], changed });
  });

  it("that is confidential is refused until the owner of the share has agreed", () => {
    const landscape = withColumn("loan", "note", column("varchar(20)", "confidential", "A note"));
    expect(() => synthesized(landscape)).toThrow("add `note` after the owner has agreed");
  });

  it("that is restricted is read by nobody", () => {
    const after = synthesized(withColumn("loan", "note", column("varchar(20)", "restricted", "A note")));
    for (const id of ["prod-risk-analytics", "prod-finance-analytics"]) {
      expect(JSON.stringify(after.stack(id))).not.toContain('"note"');
    }
  });

  it("that is forbidden reaches neither catalog nor merge", () => {
    const after = synthesized(withColumn("loan", "note", column("varchar(20)", "forbidden", "A note")));
    const others = after.ids.filter((id) => id !== READINESS && id !== "prod-lending-replication-loans");
    for (const id of others) expect(JSON.stringify(after.stack(id))).not.toMatch(/\bnote\b/);
  });
});
