/** Grants and filters as Lake Formation reports them. */
import {
  type DataCellsFilter,
  type PrincipalResourcePermissions,
  paginateListDataCellsFilter,
  paginateListPermissions,
  type Resource,
} from "@aws-sdk/client-lakeformation";
import { describeTarget } from "../facts/describe";
import type { ColumnChoice, FilterFact, GrantFact, GrantTarget } from "../facts/types";
import { liveCause } from "./cause";
import type { LiveAccount } from "./clients";

/** Name by which Lake Formation lists a grant on every table of a database. */
const ALL_TABLES = "ALL_TABLES";

export async function liveGrants({ id, lakeFormation: client }: LiveAccount): Promise<readonly GrantFact[]> {
  const grants: GrantFact[] = [];
  for await (const page of paginateListPermissions({ client }, {})) {
    for (const permission of page.PrincipalResourcePermissions ?? []) {
      const grant = toGrant(permission, id);
      if (grant !== undefined) grants.push(grant);
    }
  }
  return grants;
}

export async function liveFilters({ id, lakeFormation: client }: LiveAccount): Promise<readonly FilterFact[]> {
  const filters: FilterFact[] = [];
  for await (const page of paginateListDataCellsFilter({ client }, {})) {
    filters.push(...(page.DataCellsFilters ?? []).map((filter) => toFilter(filter, id)));
  }
  return filters;
}

/** A grant of an account; nothing for what this audit does not know. */
export function toGrant(permission: PrincipalResourcePermissions, account: string): GrantFact | undefined {
  const target = permission.Resource === undefined ? undefined : toTarget(permission.Resource, account);
  const principal = permission.Principal?.DataLakePrincipalIdentifier;
  if (target === undefined || principal === undefined) return undefined;
  const permissions = permission.Permissions ?? [];
  return {
    by: account,
    principal,
    permissions,
    grantable: permission.PermissionsWithGrantOption ?? [],
    target,
    cause: liveCause(
      account,
      "lakeformation:ListPermissions",
      `grants ${permissions.join(", ")} on ${describeTarget(target)} to ${principal}`,
    ),
  };
}

function toTarget(resource: Resource, own: string): GrantTarget | undefined {
  const { Catalog, Database: database, DataCellsFilter: filter, LFTagPolicy: policy, DataLocation, LFTag } = resource;
  if (Catalog !== undefined) return { kind: "catalog", catalog: Catalog.Id ?? own };
  if (database?.Name !== undefined) {
    return { kind: "database", catalog: database.CatalogId ?? own, database: database.Name };
  }
  if (filter?.DatabaseName !== undefined && filter.TableName !== undefined && filter.Name !== undefined) {
    const catalog = filter.TableCatalogId ?? own;
    return { kind: "filter", catalog, database: filter.DatabaseName, table: filter.TableName, name: filter.Name };
  }
  if (policy?.Expression !== undefined) {
    return {
      kind: "tags",
      catalog: policy.CatalogId ?? own,
      resource: policy.ResourceType === "DATABASE" ? "DATABASE" : "TABLE",
      expression: new Map(policy.Expression.map(({ TagKey = "", TagValues = [] }) => [TagKey, TagValues])),
    };
  }
  if (DataLocation?.ResourceArn !== undefined) {
    return { kind: "location", catalog: DataLocation.CatalogId ?? own, arn: DataLocation.ResourceArn };
  }
  if (LFTag?.TagKey !== undefined) {
    return { kind: "tag", catalog: LFTag.CatalogId ?? own, key: LFTag.TagKey, values: LFTag.TagValues ?? [] };
  }
  const table = resource.TableWithColumns ?? resource.Table;
  if (table?.DatabaseName === undefined) return undefined;
  const columns = resource.TableWithColumns;
  return {
    kind: "table",
    catalog: table.CatalogId ?? own,
    database: table.DatabaseName,
    ...(table.Name === undefined || table.Name === ALL_TABLES ? {} : { table: table.Name }),
    columns: choiceOf(columns?.ColumnNames, columns?.ColumnWildcard?.ExcludedColumnNames),
  };
}

/** A data cells filter. */
export function toFilter(filter: DataCellsFilter, account: string): FilterFact {
  const { TableCatalogId = "", DatabaseName = "", TableName = "", Name = "", ColumnNames, ColumnWildcard } = filter;
  const condition = filter.RowFilter?.FilterExpression;
  return {
    catalog: TableCatalogId,
    database: DatabaseName,
    table: TableName,
    name: Name,
    columns: choiceOf(ColumnNames, ColumnWildcard?.ExcludedColumnNames),
    ...(condition === undefined ? {} : { condition }),
    cause: liveCause(
      account,
      "lakeformation:ListDataCellsFilter",
      `has filter ${Name} of ${DatabaseName}.${TableName}`,
    ),
  };
}

function choiceOf(names: readonly string[] = [], excluded: readonly string[] = []): ColumnChoice {
  if (names.length > 0) return { kind: "only", names };
  return excluded.length > 0 ? { kind: "except", names: excluded } : { kind: "all" };
}
