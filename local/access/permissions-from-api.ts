/** What the APIs return, as what the audit judges: the same shape that it reads from generated JSON. */
import type { DataCellsFilter, PrincipalResourcePermissions, Resource } from "@aws-sdk/client-lakeformation";
import type { Filter, Grant, Target } from "../../audit/access/types";

/** Name by which Lake Formation lists a grant on every table of a database. */
const ALL_TABLES = "ALL_TABLES";

/** A grant of an account; nothing for what holds no table, such as a data location. */
export function toAuditGrant(permission: PrincipalResourcePermissions, account: string): Grant | undefined {
  const target = permission.Resource === undefined ? undefined : toTarget(permission.Resource, account);
  const principal = permission.Principal?.DataLakePrincipalIdentifier;
  if (target === undefined || principal === undefined) return undefined;
  return {
    by: account,
    principal,
    permissions: permission.Permissions ?? [],
    grantable: permission.PermissionsWithGrantOption ?? [],
    target,
  };
}

function toTarget(resource: Resource, own: string): Target | undefined {
  const { Database: database, DataCellsFilter: filter, LFTagPolicy: policy } = resource;
  if (database?.Name !== undefined) {
    return { kind: "database", catalog: database.CatalogId ?? own, database: database.Name };
  }
  if (filter?.DatabaseName !== undefined && filter.TableName !== undefined && filter.Name !== undefined) {
    return {
      kind: "filter",
      catalog: filter.TableCatalogId ?? own,
      database: filter.DatabaseName,
      table: filter.TableName,
      name: filter.Name,
    };
  }
  if (policy?.Expression !== undefined) {
    const expression = policy.Expression.map(({ TagKey, TagValues }) => [TagKey ?? "", TagValues ?? []] as const);
    return {
      kind: "tags",
      catalog: policy.CatalogId ?? own,
      resource: policy.ResourceType ?? "",
      expression: Object.fromEntries(expression),
    };
  }
  const table = resource.TableWithColumns ?? resource.Table;
  if (table?.DatabaseName === undefined) return undefined;
  const columns = resource.TableWithColumns?.ColumnNames;
  return {
    kind: "columns",
    catalog: table.CatalogId ?? own,
    database: table.DatabaseName,
    ...(table.Name === undefined || table.Name === ALL_TABLES ? {} : { table: table.Name }),
    ...(columns === undefined ? {} : { columns }),
  };
}

/** A data cells filter. A wildcard over columns has become their names by then. */
export function toAuditFilter({ TableCatalogId, DatabaseName, TableName, Name, ...rows }: DataCellsFilter): Filter {
  const condition = rows.RowFilter?.FilterExpression;
  return {
    catalog: TableCatalogId ?? "",
    database: DatabaseName ?? "",
    table: TableName ?? "",
    name: Name ?? "",
    columns: rows.ColumnNames ?? [],
    ...(condition === undefined ? {} : { condition }),
  };
}
