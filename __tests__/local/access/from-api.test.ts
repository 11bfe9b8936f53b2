import { compareAccess } from "../../../local/access/compare";
import { toColumns, toGrant, toLink } from "../../../local/access/from-api";

const principal = { DataLakePrincipalIdentifier: "444455556666" };

test("a grant on columns keeps its columns or the excluded ones", () => {
  const place = { CatalogId: "111122223333", DatabaseName: "loans", Name: "loan" };
  expect(
    toGrant(
      {
        Principal: principal,
        Permissions: ["SELECT"],
        Resource: { TableWithColumns: { ...place, ColumnNames: ["id"] } },
      },
      "1",
    ),
  ).toEqual({
    principal: "444455556666",
    permissions: ["SELECT"],
    target: {
      kind: "table",
      catalogId: "111122223333",
      database: "loans",
      table: "loan",
      columns: ["id"],
      excluded: [],
    },
  });
  const wildcard = { ...place, ColumnWildcard: { ExcludedColumnNames: ["owner"] } };
  expect(toGrant({ Principal: principal, Resource: { TableWithColumns: wildcard } }, "1")?.target).toEqual({
    kind: "table",
    catalogId: "111122223333",
    database: "loans",
    table: "loan",
    excluded: ["owner"],
  });
});

test("a grant on all tables names none", () => {
  const all = { DatabaseName: "loans", Name: "ALL_TABLES", TableWildcard: {} };
  expect(toGrant({ Principal: principal, Resource: { Table: all } }, "7")?.target).toEqual({
    kind: "table",
    catalogId: "7",
    database: "loans",
    excluded: [],
  });
});

test("a tag expression becomes values by key", () => {
  const policy = {
    ResourceType: "TABLE" as const,
    Expression: [
      { TagKey: "domain", TagValues: ["loans"] },
      { TagKey: "classification", TagValues: ["public", "internal"] },
    ],
  };
  expect(toGrant({ Principal: principal, Resource: { LFTagPolicy: policy } }, "7")?.target).toEqual({
    kind: "tags",
    catalogId: "7",
    on: "TABLE",
    expression: { domain: ["loans"], classification: ["public", "internal"] },
  });
});

test("a grant on a data location is none on tables", () => {
  expect(toGrant({ Principal: principal, Resource: { DataLocation: { ResourceArn: "arn" } } }, "7")).toBeUndefined();
});

test("only a database with a target is a link", () => {
  expect(toLink({ Name: "loans" })).toBeUndefined();
  expect(toLink({ Name: "loans", TargetDatabase: { CatalogId: "1", DatabaseName: "loans" } })).toEqual({
    name: "loans",
    catalogId: "1",
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
  const row = { account: "risk", role: "analysts", table: "loans.loan", readable: ["id"], hidden: ["owner"] };

  test("finds no difference between equal answers", () => {
    expect(compareAccess([row], [{ ...row }])).toEqual([]);
  });

  test("finds what is readable and should not be, and the other way round", () => {
    expect(compareAccess([row], [{ ...row, readable: ["owner"] }])).toEqual([
      "risk, analysts: loans.loan.owner should not be readable",
      "risk, analysts: loans.loan.id should be readable",
    ]);
    expect(compareAccess([row], [])).toEqual(["risk, analysts: loans.loan.id should be readable"]);
  });
});
