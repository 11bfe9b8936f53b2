import { findingsOn } from "../../../support/guarded";

const found = (table: object) => findingsOn("aws_lakeformation_resource_lf_tags", { table: [table] });

describe("the trap of tags on all tables", () => {
  it("finds the wildcard", () => {
    expect(found({ database_name: "d", wildcard: true }).map(({ cause }) => cause)).toEqual([
      "tags on all tables of a database fail at apply (hashicorp/terraform-provider-aws#31429)",
    ]);
  });

  it("passes a table", () => {
    expect(found({ database_name: "d", name: "t" })).toEqual([]);
  });
});
