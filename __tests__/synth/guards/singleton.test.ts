import { findings, stackOf } from "../../support/guarded";
import type { Block } from "../../support/json";

const SINGLETONS: readonly (readonly [name: string, resource: Block])[] = [
  ...[
    "aws_lakeformation_data_lake_settings",
    "aws_glue_data_catalog_encryption_settings",
    "aws_glue_resource_policy",
    "aws_s3_account_public_access_block",
    "aws_ebs_encryption_by_default",
  ].map((type): readonly [string, Block] => [type, { [type]: { x: {} } }]),
  ...["dms-vpc-role", "dms-cloudwatch-logs-role"].map((name): readonly [string, Block] => [
    `role ${name}`,
    { aws_iam_role: { x: { name } } },
  ]),
];

const reach = (name: string): string =>
  name.startsWith("role ") || name === "aws_s3_account_public_access_block" ? "account" : "account and Region";

describe("the guard of singletons", () => {
  it.each(SINGLETONS)("finds a second owner of %s in one account", (name, resource) => {
    const address = `${Object.keys(resource)[0]}.x`;
    expect(findings(stackOf("one", resource), stackOf("two", resource))).toEqual([
      {
        stack: "two",
        place: address,
        cause: `${name} exists once per ${reach(name)}, and one (${address}) owns it already`,
        remedy: "keep it in one stack of the account",
      },
    ]);
  });

  it.each(SINGLETONS)("passes %s once in each of two accounts", (_, resource) => {
    expect(findings(stackOf("one", resource), stackOf("two", resource, "222233334444"))).toEqual([]);
  });

  it.each(SINGLETONS)("knows whether %s exists in each Region", (name, resource) => {
    const found = findings(stackOf("one", resource), stackOf("two", resource, "111122223333", "eu-west-1"));
    expect(found).toHaveLength(reach(name) === "account" ? 1 : 0);
  });

  it("finds a second owner in the same stack", () => {
    const settings = { aws_lakeformation_data_lake_settings: { x: {}, y: {} } };
    expect(findings(stackOf("one", settings))).toMatchObject([
      { stack: "one", place: "aws_lakeformation_data_lake_settings.y" },
    ]);
  });

  it("finds every further owner", () => {
    const settings = { aws_ebs_encryption_by_default: { x: {} } };
    const found = findings(stackOf("one", settings), stackOf("two", settings), stackOf("three", settings));
    expect(found.map(({ stack }) => stack)).toEqual(["two", "three"]);
  });

  it("passes roles of other names, and lookups of singletons", () => {
    const role = { aws_iam_role: { x: { name: "dms-reader" } } };
    const lookup = { id: "three", json: { data: { aws_lakeformation_data_lake_settings: { x: {}, y: {} } } } };
    expect(findings(stackOf("one", role), stackOf("two", role), lookup)).toEqual([]);
  });
});
