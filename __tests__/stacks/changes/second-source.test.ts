import { changedPaths, stackChanges } from "../../support/compare";
import { withSecondSource } from "../../support/landscapes";
import type { Synthesized } from "../../support/output";
import { synthesized } from "../../support/synthesized";

const NEW = [
  "prod-governance-catalog-leasing",
  "prod-governance-curation-leasing",
  "prod-governance-reconciliation-leasing",
  "prod-governance-storage-leasing",
  "prod-lending-readiness-leasing",
  "prod-lending-reconciliation-leasing",
  "prod-lending-replication-leasing",
  "prod-lending-source-leasing",
];

const before = synthesized();

/** Changed paths of a stack, without the hashes in names. */
const paths = (id: string, after: Synthesized): readonly string[] =>
  changedPaths(before.stack(id), after.stack(id)).map((path) => path.replace(/_[0-9A-F]{8}/, ""));

describe("a second source in a domain of its own", () => {
  const after = synthesized(withSecondSource("leasing"));

  it("adds its stacks and changes only what all sources of an account share", () => {
    expect(stackChanges(before, after)).toEqual({
      added: NEW,
      removed: [],
      changed: ["prod-governance-lake", "prod-governance-trail", "prod-lending-credentials", "prod-lending-monitoring"],
    });
  });

  it("changes one value of one tag in the lake, and the recorded buckets in the trail", () => {
    expect(paths("prod-governance-lake", after)).toEqual([
      "resource.aws_lakeformation_lf_tag.tags_domain.values.1",
      "resource.aws_lakeformation_lf_tag.tags_domain.values.2",
    ]);
    const selector = "resource.aws_cloudtrail.trail.advanced_event_selector.1.field_selector.2.starts_with";
    expect(paths("prod-governance-trail", after).every((path) => path.startsWith(selector))).toBe(true);
  });

  it("leaves the login of the first source as it is", () => {
    const changed = changedPaths(before.stack("prod-lending-credentials"), after.stack("prod-lending-credentials"));
    expect(changed.filter((path) => !path.includes(".leasing_"))).toEqual([]);
  });

  it("lets nobody read it, for nobody has a share of its domain", () => {
    for (const id of ["prod-risk-analytics", "prod-finance-analytics"]) {
      expect(JSON.stringify(after.stack(id))).not.toContain("leasing");
    }
  });
});

describe("a second source in a domain that is shared", () => {
  const after = synthesized(withSecondSource("loans"));

  it("reaches the teams that share the domain, and needs no new tag", () => {
    expect(stackChanges(before, after)).toEqual({
      added: NEW,
      removed: [],
      changed: [
        "prod-finance-analytics",
        "prod-governance-trail",
        "prod-lending-credentials",
        "prod-lending-monitoring",
        "prod-risk-analytics",
      ],
    });
  });

  it("gives each team the columns that its share allows", () => {
    expect(JSON.stringify(after.stack("prod-risk-analytics"))).toContain('["contract_id","instalment"]');
    expect(JSON.stringify(after.stack("prod-finance-analytics"))).toContain('"column_names":["contract_id"]');
  });
});
