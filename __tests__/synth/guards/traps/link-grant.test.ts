import { findings, stackOf } from "../../../support/guarded";
import type { Block } from "../../../support/json";

const link = (name: string): Block => ({
  aws_glue_catalog_database: { link: { name, target_database: { catalog_id: "111122223333", database_name: name } } },
});
const grant = (permission: string, on: Block): Block => ({
  aws_lakeformation_permissions: { x: { permissions: [permission], ...on } },
});
const columns = (more: Block = {}): Block => ({
  table_with_columns: { database_name: "loans", name: "loan", wildcard: true, ...more },
});

describe("the trap of grants through links", () => {
  it.each([
    ["SELECT", columns()],
    ["SELECT", { table: { database_name: "loans", name: "loan" } }],
    ["INSERT", { table: [{ database_name: "loans", wildcard: true }] }],
  ])("finds %s on a table of a linked database: %j", (permission, on) => {
    expect(findings(stackOf("one", { ...link("loans"), ...grant(permission, on) }))).toEqual([
      {
        stack: "one",
        place: "aws_lakeformation_permissions.x",
        cause:
          "the grant is on a table of the resource link loans, where it is replaced at every plan (hashicorp/terraform-provider-aws#49669)",
        remedy: "name the catalog_id of the account that owns the table",
      },
    ]);
  });

  it("finds it when link and grant are in two stacks of one account", () => {
    const found = findings(stackOf("one", link("loans")), stackOf("two", grant("SELECT", columns())));
    expect(found.map(({ stack }) => stack)).toEqual(["two"]);
  });

  it("passes a grant that names the owner's catalog", () => {
    const owned = columns({ catalog_id: "111122223333" });
    expect(findings(stackOf("one", { ...link("loans"), ...grant("SELECT", owned) }))).toEqual([]);
  });

  it("passes DESCRIBE, other databases, and a link in another account", () => {
    const described = grant("DESCRIBE", { table: { database_name: "loans", name: "loan" } });
    expect(findings(stackOf("one", { ...link("loans"), ...described }))).toEqual([]);
    expect(findings(stackOf("one", { ...link("deposits"), ...grant("SELECT", columns()) }))).toEqual([]);
    const other = stackOf("two", grant("SELECT", columns()), "222233334444");
    expect(findings(stackOf("one", link("loans")), other)).toEqual([]);
  });
});
