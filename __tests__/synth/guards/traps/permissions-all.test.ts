import { findingsOn } from "../../../support/guarded";

const TYPE = "aws_lakeformation_permissions";
const FINDING = {
  stack: "one",
  place: `${TYPE}.x`,
  cause: "ALL is revoked and granted again at every apply (hashicorp/terraform-provider-aws#49453)",
  remedy: "list the permissions, for example SELECT and DESCRIBE",
};

describe("the trap of ALL", () => {
  it("finds it among permissions and among those to be handed on", () => {
    expect(findingsOn(TYPE, { permissions: ["DESCRIBE", "ALL"] })).toEqual([FINDING]);
    expect(findingsOn(TYPE, { permissions: ["SELECT"], permissions_with_grant_option: ["ALL"] })).toEqual([FINDING]);
  });

  it("passes permissions that are listed", () => {
    expect(findingsOn(TYPE, { permissions: ["SELECT"], permissions_with_grant_option: ["SELECT"] })).toEqual([]);
    expect(findingsOn(TYPE, { permissions: ["ALTER"] })).toEqual([]);
  });
});
