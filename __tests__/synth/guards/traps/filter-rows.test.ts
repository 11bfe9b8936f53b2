import { findingsOn } from "../../../support/guarded";

const found = (...rows: readonly object[]) =>
  findingsOn("aws_lakeformation_data_cells_filter", { table_data: [{ name: "f", row_filter: rows }] });

describe("the trap of filters without rows", () => {
  it.each([[[]], [[{}]], [[{ filter_expression: "a = 1", all_rows_wildcard: [{}] }]]])("finds %j", (rows) => {
    expect(found(...rows).map(({ cause }) => cause)).toEqual([
      "the filter does not say its rows in exactly one way (hashicorp/terraform-provider-aws#46351)",
    ]);
  });

  it("passes an expression, and all rows", () => {
    expect(found({ filter_expression: "a = 1" })).toEqual([]);
    expect(found({ all_rows_wildcard: [{}] })).toEqual([]);
  });
});
