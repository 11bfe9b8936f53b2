import { isSameType } from "../../../model/drift/same-type";

describe("the crawler's name of a type", () => {
  it.each([
    ["decimal(12,2)", "decimal(12, 2)"],
    ["string", "varchar(34)"],
    ["string", "char(5)"],
    ["int", "integer"],
    ["tinyint", "int"],
    ["smallint", "int"],
    ["smallint", "tinyint"],
    ["timestamp", "TIMESTAMP"],
  ])("%s may be called %s", (declared, found) => {
    expect(isSameType(declared, found)).toBe(true);
  });

  it.each([
    ["decimal(12,2)", "decimal(14,2)"],
    ["bigint", "int"],
    ["int", "bigint"],
    ["decimal(20,0)", "bigint"],
    ["string", "binary"],
    ["timestamp", "string"],
    ["date", "int"],
    ["double", "float"],
  ])("%s is not %s", (declared, found) => {
    expect(isSameType(declared, found)).toBe(false);
  });
});
