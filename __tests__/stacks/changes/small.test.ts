import { stackChanges } from "../../support/compare";
import { policy } from "../../support/expected-policies";
import { parsed } from "../../support/json";
import { lending, prod, risk, withProd, withRisk } from "../../support/landscapes";
import { keyOf, statements } from "../../support/policies";
import { synthesized } from "../../support/synthesized";

const before = synthesized();

describe("a bank that has just begun", () => {
  it("has governance alone, whose catalog key lets nobody else in", () => {
    const after = synthesized(withProd({ producers: [], consumers: [], queries: [] }));
    expect(after.ids).toEqual(["prod-governance-bootstrap", "prod-governance-lake", "prod-governance-trail"]);
    const { body } = keyOf(after, "prod-governance-lake", "alias/prod-catalog");
    expect(statements(body["policy"]).map((each) => each["Sid"])).toEqual([
      "Administration",
      "UseThroughServices",
      "Logs",
    ]);
    expect(parsed(body["policy"])).toEqual(policy(...statements(body["policy"])));
  });

  it("makes neither a tag without values nor a trail of no bucket, which AWS refuses", () => {
    const after = synthesized(withProd({ producers: [], consumers: [], queries: [] }));
    const tags = Object.values(after.resources("prod-governance-lake", "aws_lakeformation_lf_tag"));
    expect(tags.map(({ key }) => key)).toEqual(["classification", "layer"]);
    expect(after.only("prod-governance-trail", "aws_cloudtrail")["advanced_event_selector"]).toEqual([
      { name: "Management events", field_selector: [{ field: "eventCategory", equals: ["Management"] }] },
    ]);
  });

  it("may have producers before it has consumers, whose coming changes the key of the catalog and what deployments may do", () => {
    const after = synthesized(withProd({ consumers: [] }));
    expect(stackChanges(after, before).changed).toEqual(["prod-governance-bootstrap", "prod-governance-lake"]);
  });

  it("may have a consumer without teams, who may read nothing", () => {
    const after = synthesized(withRisk({ teams: [] }));
    expect(Object.keys(after.resources("prod-governance-access-risk", "aws_lakeformation_permissions"))).toEqual([]);
    expect(Object.keys(after.resources("prod-risk-analytics", "aws_lakeformation_permissions"))).toEqual([]);
  });
});

/** The same account under another id. */
const account = <T extends { readonly id: string }>(each: T): T => ({ ...each, id: each.id.replace(/.$/, "9") });

describe("a second environment", () => {
  it("changes no stack of the first one", () => {
    const { auditors: _, ...governance } = prod.governance;
    const trial = {
      ...prod,
      name: "trial",
      queries: [],
      governance: account(governance),
      producers: [account(lending)],
      consumers: [{ ...account(risk), teams: [] }],
    };
    const after = synthesized({ environments: [prod, trial] });
    const { added, removed, changed } = stackChanges(before, after);
    expect([removed, changed]).toEqual([[], []]);
    expect(added).toEqual(
      expect.arrayContaining(["trial-governance-lake", "trial-lending-network", "trial-risk-analytics"]),
    );
    expect(added.filter((id) => !id.startsWith("trial-"))).toEqual([]);
  });
});
