import { findingsOn } from "../../../support/guarded";

const TYPE = "aws_lakeformation_resource";
const FINDING = {
  stack: "one",
  place: `${TYPE}.x`,
  cause: "locations of the service-linked role get lost when made in parallel (hashicorp/terraform-provider-aws#49685)",
  remedy: "give the location a role of its own in role_arn",
};

describe("the trap of locations", () => {
  it.each([
    [{ arn: "a", use_service_linked_role: true }],
    [{ arn: "a" }],
    [{ arn: "a", role_arn: "r", use_service_linked_role: true }],
  ])("finds %j", (body) => {
    expect(findingsOn(TYPE, body)).toEqual([FINDING]);
  });

  it("passes a location with a role of its own", () => {
    expect(findingsOn(TYPE, { arn: "a", role_arn: "r" })).toEqual([]);
  });
});
