import { findingsOn } from "../../../support/guarded";

const columns = (block: object) =>
  findingsOn("aws_lakeformation_permissions", { permissions: ["SELECT"], table_with_columns: block });

const EXCLUDED = {
  stack: "one",
  place: "aws_lakeformation_permissions.x",
  cause: "excluded_column_names without wildcard differ at every plan",
  remedy: "set wildcard to true, or list column_names",
};
const ALL_TABLES = {
  stack: "one",
  place: "aws_lakeformation_permissions.x",
  cause: "columns of all tables cannot be granted at once (hashicorp/terraform-provider-aws#46245)",
  remedy: "one grant per table",
};

describe("the trap of column wildcards", () => {
  it("finds excluded columns without the wildcard", () => {
    expect(columns({ name: "t", database_name: "d", excluded_column_names: ["a"] })).toEqual([EXCLUDED]);
    expect(columns({ name: "t", database_name: "d", excluded_column_names: ["a"], wildcard: false })).toEqual([
      EXCLUDED,
    ]);
  });

  it("finds columns of no table in particular", () => {
    expect(columns({ database_name: "d", wildcard: true })).toEqual([ALL_TABLES]);
  });

  it("passes named columns, all columns, and all but some", () => {
    const table = { name: "t", database_name: "d", catalog_id: "111122223333" };
    expect(columns({ ...table, column_names: ["a"] })).toEqual([]);
    expect(columns({ ...table, wildcard: true })).toEqual([]);
    expect(columns({ ...table, wildcard: true, excluded_column_names: ["a"] })).toEqual([]);
  });

  it("passes a wildcard over tables, which is another block", () => {
    expect(findingsOn("aws_lakeformation_permissions", { table: { database_name: "d", wildcard: true } })).toEqual([]);
  });
});
