import { toAuditFilter, toAuditGrant } from "../../../local/access/permissions-from-api";

const OWN = "444455556666";
const LAKE = "111122223333";
const grant = (Resource: Parameters<typeof toAuditGrant>[0]["Resource"]) =>
  toAuditGrant({ Principal: { DataLakePrincipalIdentifier: "who" }, Resource, Permissions: ["SELECT"] }, OWN)?.target;

describe("a live grant", () => {
  it("keeps who granted what to whom, with grant option", () => {
    const permission = {
      Principal: { DataLakePrincipalIdentifier: OWN },
      Resource: { Database: { Name: "loans" } },
      Permissions: ["DESCRIBE" as const],
      PermissionsWithGrantOption: ["DESCRIBE" as const],
    };
    expect(toAuditGrant(permission, LAKE)).toEqual({
      by: LAKE,
      principal: OWN,
      permissions: ["DESCRIBE"],
      grantable: ["DESCRIBE"],
      target: { kind: "database", catalog: LAKE, database: "loans" },
    });
  });

  it("is on columns, a table, all tables, a filter or tags", () => {
    const where = { CatalogId: LAKE, DatabaseName: "loans", Name: "loan" };
    const target = { kind: "columns", catalog: LAKE, database: "loans", table: "loan" };
    expect(grant({ TableWithColumns: { ...where, ColumnNames: ["id"] } })).toEqual({ ...target, columns: ["id"] });
    expect(grant({ TableWithColumns: { ...where, ColumnWildcard: {} } })).toEqual(target);
    expect(grant({ Table: where })).toEqual(target);
    expect(grant({ Table: { DatabaseName: "loans", Name: "ALL_TABLES", TableWildcard: {} } })).toEqual({
      kind: "columns",
      catalog: OWN,
      database: "loans",
    });
    expect(
      grant({ DataCellsFilter: { TableCatalogId: LAKE, DatabaseName: "loans", TableName: "loan", Name: "f" } }),
    ).toEqual({ kind: "filter", catalog: LAKE, database: "loans", table: "loan", name: "f" });
    expect(
      grant({ LFTagPolicy: { ResourceType: "TABLE", Expression: [{ TagKey: "domain", TagValues: ["loans"] }] } }),
    ).toEqual({ kind: "tags", catalog: OWN, resource: "TABLE", expression: { domain: ["loans"] } });
  });

  it("is nothing on a data location, or to nobody", () => {
    expect(grant({ DataLocation: { ResourceArn: "arn:aws:s3:::bucket" } })).toBeUndefined();
    expect(toAuditGrant({ Resource: { Database: { Name: "loans" } } }, OWN)).toBeUndefined();
    expect(toAuditGrant({}, OWN)).toBeUndefined();
  });
});

test("a live filter keeps its columns and condition", () => {
  const filter = { TableCatalogId: LAKE, DatabaseName: "d", TableName: "t", Name: "f", ColumnNames: ["id"] };
  const expected = { catalog: LAKE, database: "d", table: "t", name: "f", columns: ["id"] };
  expect(toAuditFilter({ ...filter, RowFilter: { FilterExpression: "id = 1" } })).toEqual({
    ...expected,
    condition: "id = 1",
  });
  expect(toAuditFilter({ ...filter, RowFilter: { AllRowsWildcard: {} } })).toEqual(expected);
});
