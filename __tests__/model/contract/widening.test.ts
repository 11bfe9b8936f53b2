import { widens } from "../../../model/contract/widening";

describe("a column of an Iceberg table", () => {
  it.each([
    ["int", "bigint"],
    ["float", "double"],
    ["decimal(10,2)", "decimal(12,2)"],
    ["decimal(9,0)", "decimal(38,0)"],
  ])("of %s may become %s", (from, to) => {
    expect(widens(from, to)).toBe(true);
  });

  it.each([
    ["bigint", "int"],
    ["int", "int"],
    ["int", "string"],
    ["int", "double"],
    ["double", "float"],
    ["decimal(12,2)", "decimal(10,2)"],
    ["decimal(12,2)", "decimal(12,2)"],
    ["decimal(10,2)", "decimal(12,3)"],
    ["decimal(10,2)", "string"],
    ["date", "timestamp"],
    ["string", "string"],
  ])("of %s never becomes %s", (from, to) => {
    expect(widens(from, to)).toBe(false);
  });
});
