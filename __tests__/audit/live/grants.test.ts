import { toFilter, toGrant } from "../../../audit/live/grants";

const OWN = "444455556666";
const LAKE = "111122223333";
const target = (Resource: Parameters<typeof toGrant>[0]["Resource"]) =>
  toGrant({ Principal: { DataLakePrincipalIdentifier: "who" }, Resource, Permissions: ["SELECT"] }, OWN)?.target;

describe("a live grant", () => {
  it("keeps who granted what to whom, with grant option", () => {
    const permission = {
      Principal: { DataLakePrincipalIdentifier: OWN },
      Resource: { Database: { Name: "loans" } },
      Permissions: ["DESCRIBE" as const],
      PermissionsWithGrantOption: ["DESCRIBE" as const],
    };
    expect(toGrant(permission, LAKE)).toMatchObject({
      by: LAKE,
      principal: OWN,
      permissions: ["DESCRIBE"],
      grantable: ["DESCRIBE"],
      target: { kind: "database", catalog: LAKE, database: "loans" },
      cause: { stack: `account ${LAKE}`, address: "lakeformation:ListPermissions" },
    });
  });

  it("is on columns, a table, all tables, a filter, tags, a place or a tag", () => {
    const where = { CatalogId: LAKE, DatabaseName: "loans", Name: "loan" };
    const table = { kind: "table", catalog: LAKE, database: "loans", table: "loan", columns: { kind: "all" } };
    expect(target({ TableWithColumns: { ...where, ColumnNames: ["id"] } })).toEqual({
      ...table,
      columns: { kind: "only", names: ["id"] },
    });
    expect(target({ TableWithColumns: { ...where, ColumnWildcard: {} } })).toEqual(table);
    expect(target({ TableWithColumns: { ...where, ColumnWildcard: { ExcludedColumnNames: ["id"] } } })).toEqual({
      ...table,
      columns: { kind: "except", names: ["id"] },
    });
    expect(target({ Table: where })).toEqual(table);
    expect(target({ Table: { DatabaseName: "loans", Name: "ALL_TABLES", TableWildcard: {} } })).toEqual({
      kind: "table",
      catalog: OWN,
      database: "loans",
      columns: { kind: "all" },
    });
    expect(
      target({ DataCellsFilter: { TableCatalogId: LAKE, DatabaseName: "loans", TableName: "loan", Name: "f" } }),
    ).toEqual({ kind: "filter", catalog: LAKE, database: "loans", table: "loan", name: "f" });
    expect(
      target({ LFTagPolicy: { ResourceType: "TABLE", Expression: [{ TagKey: "domain", TagValues: ["loans"] }] } }),
    ).toEqual({ kind: "tags", catalog: OWN, resource: "TABLE", expression: new Map([["domain", ["loans"]]]) });
    expect(target({ DataLocation: { ResourceArn: "arn:aws:s3:::bucket" } })).toEqual({
      kind: "location",
      catalog: OWN,
      arn: "arn:aws:s3:::bucket",
    });
    expect(target({ LFTag: { TagKey: "layer", TagValues: ["raw"] } })).toEqual({
      kind: "tag",
      catalog: OWN,
      key: "layer",
      values: ["raw"],
    });
  });

  it("is nothing without a resource, or to nobody", () => {
    expect(toGrant({ Resource: { Database: { Name: "loans" } } }, OWN)).toBeUndefined();
    expect(toGrant({}, OWN)).toBeUndefined();
  });
});

test("a live filter keeps its columns and condition", () => {
  const filter = { TableCatalogId: LAKE, DatabaseName: "d", TableName: "t", Name: "f", ColumnNames: ["id"] };
  const expected = { catalog: LAKE, database: "d", table: "t", name: "f", columns: { kind: "only", names: ["id"] } };
  expect(toFilter({ ...filter, RowFilter: { FilterExpression: "id = 1" } }, LAKE)).toMatchObject({
    ...expected,
    condition: "id = 1",
  });
  expect(toFilter({ ...filter, RowFilter: { AllRowsWildcard: {} } }, LAKE)).not.toHaveProperty("condition");
});
