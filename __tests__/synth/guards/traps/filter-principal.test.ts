import { findings, stackOf } from "../../../support/guarded";

const CAUSE =
  "the filter is granted to a role of another account, which the provider waits for in vain (hashicorp/terraform-provider-aws#48360)";
const data_cells_filter = { database_name: "d", name: "f", table_catalog_id: "111122223333", table_name: "t" };
const found = (principal: string, on: object = { data_cells_filter }) =>
  findings(stackOf("one", { aws_lakeformation_permissions: { x: { permissions: ["SELECT"], principal, ...on } } }));

describe("the trap of filters granted to roles of other accounts", () => {
  it("finds a role of another account", () => {
    expect(found("arn:aws:iam::444455556666:role/people").map(({ place, cause }) => [place, cause])).toEqual([
      ["aws_lakeformation_permissions.x", CAUSE],
    ]);
  });

  it("passes the account, a role of the own account, a reference, and other grants", () => {
    expect(found("444455556666")).toEqual([]);
    expect(found("arn:aws:iam::111122223333:role/people")).toEqual([]);
    expect(found("arn:aws:iam::444455556666:role/people", { database: { name: "d" } })).toEqual([]);
  });
});
