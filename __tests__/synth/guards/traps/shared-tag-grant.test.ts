import { findingsOn } from "../../../support/guarded";

const TYPE = "aws_lakeformation_permissions";
const FINDING = {
  stack: "one",
  place: `${TYPE}.x`,
  cause:
    "a grant by LF-tags of another account's catalog is never found again (hashicorp/terraform-provider-aws#26602)",
  remedy: "grant by tags in the account that owns them, and by name in the other",
};
const POLICY = { resource_type: "TABLE", expression: [{ key: "domain", values: ["loans"] }] };

describe("the trap of shared tags", () => {
  it("finds grants by tags that name a catalog", () => {
    expect(findingsOn(TYPE, { lf_tag_policy: { ...POLICY, catalog_id: "111122223333" } })).toEqual([FINDING]);
    expect(findingsOn(TYPE, { lf_tag: [{ key: "domain", values: ["loans"], catalog_id: "1" }] })).toEqual([FINDING]);
  });

  it("passes grants by the account's own tags", () => {
    expect(findingsOn(TYPE, { lf_tag_policy: POLICY })).toEqual([]);
  });
});
