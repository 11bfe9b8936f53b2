import { isSameType } from "../../../model/drift/same-type";

describe("the crawler's name of a type", () => {
  it.each([
    ["decimal(12,2)", "decimal(12, 2)", "decimal(12,2)"],
    ["string", "varchar(34)", "varchar(34)"],
    ["string", "char(5)", "boolean"],
    ["int", "integer", "int"],
    ["tinyint", "int", "tinyint"],
    ["smallint", "int", "year"],
    ["smallint", "tinyint", "tinyint unsigned"],
    ["bigint", "int", "int unsigned"],
    ["timestamp", "TIMESTAMP", "datetime(6)"],
  ])("%s may be called %s, from %s at the source", (declared, found, source) => {
    expect(isSameType(declared, found, source)).toBe(true);
  });

  it.each([
    ["decimal(12,2)", "decimal(14,2)", "decimal(12,2)"],
    ["bigint", "int", "bigint"],
    ["int", "bigint", "int"],
    ["decimal(20,0)", "bigint", "bigint unsigned"],
    ["decimal(20,0)", "int", "bigint unsigned"],
    ["string", "binary", "varchar(34)"],
    ["timestamp", "string", "timestamp"],
    ["date", "int", "date"],
    ["double", "float", "double"],
  ])("%s is not %s, from %s at the source", (declared, found, source) => {
    expect(isSameType(declared, found, source)).toBe(false);
  });
});
