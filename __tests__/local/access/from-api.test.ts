import { compareAccess } from "../../../local/access/compare";
import { toColumns, toLink } from "../../../local/access/from-api";

test("only a database with a target is a link", () => {
  expect(toLink({ Name: "loans" }, "2")).toBeUndefined();
  expect(toLink({ Name: "loans", TargetDatabase: { CatalogId: "1", DatabaseName: "loans" } }, "2")).toEqual({
    account: "2",
    name: "loans",
    catalog: "1",
    database: "loans",
  });
});

test("a column's own tag wins over its table's, and that over the database's", () => {
  const assigned = {
    $metadata: {},
    LFTagOnDatabase: [
      { TagKey: "domain", TagValues: ["loans"] },
      { TagKey: "classification", TagValues: ["public"] },
    ],
    LFTagsOnTable: [{ TagKey: "classification", TagValues: ["restricted"] }],
    LFTagsOnColumns: [{ Name: "id", LFTags: [{ TagKey: "classification", TagValues: ["internal"] }] }],
  };
  expect(toColumns(["id", "owner"], assigned)).toEqual([
    { name: "id", tags: { domain: "loans", classification: "internal" } },
    { name: "owner", tags: { domain: "loans", classification: "restricted" } },
  ]);
});

describe("compareAccess", () => {
  const row = { account: "risk", role: "analysts", table: "loans.loan", readable: ["id"], hidden: ["owner"], rows: [] };

  test("finds no difference between equal answers", () => {
    expect(compareAccess([row], [{ ...row }])).toEqual([]);
  });

  test("finds what is readable and should not be, and the other way round", () => {
    expect(compareAccess([row], [{ ...row, readable: ["owner"] }])).toEqual([
      "risk, analysts: loans.loan.owner, all rows, should not be readable",
      "risk, analysts: loans.loan.id, all rows, should be readable",
    ]);
    expect(compareAccess([row], [])).toEqual(["risk, analysts: loans.loan.id, all rows, should be readable"]);
  });

  test("finds rows that should not be readable", () => {
    expect(compareAccess([{ ...row, rows: ["district = 1"] }], [row])).toEqual([
      "risk, analysts: loans.loan.id, all rows, should not be readable",
      "risk, analysts: loans.loan.id, rows where district = 1, should be readable",
    ]);
  });
});
