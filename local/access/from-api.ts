/** What the APIs return, turned into plain data. */
import type { Database } from "@aws-sdk/client-glue";
import type {
  GetResourceLFTagsCommandOutput,
  LFTagPair,
  PrincipalResourcePermissions,
  Resource,
} from "@aws-sdk/client-lakeformation";
import type { CatalogColumn, Grant, ResourceLink, Tags, Target } from "./types";

/** Name by which Lake Formation lists a grant on every table of a database. */
const ALL_TABLES = "ALL_TABLES";

/** Nothing for a grant on what holds no table, such as a data location. */
export function toGrant(permission: PrincipalResourcePermissions, ownCatalog: string): Grant | undefined {
  const target = permission.Resource === undefined ? undefined : toTarget(permission.Resource, ownCatalog);
  const principal = permission.Principal?.DataLakePrincipalIdentifier;
  if (target === undefined || principal === undefined) return undefined;
  return { principal, permissions: permission.Permissions ?? [], target };
}

function toTarget(resource: Resource, ownCatalog: string): Target | undefined {
  const { Database: database, Table: table, TableWithColumns: columns, LFTagPolicy: policy } = resource;
  if (database?.Name !== undefined) {
    return { kind: "database", catalogId: database.CatalogId ?? ownCatalog, database: database.Name };
  }
  if (table?.DatabaseName !== undefined) {
    return { kind: "table", ...place(table, table.DatabaseName, ownCatalog), excluded: [] };
  }
  if (columns?.DatabaseName !== undefined) {
    return {
      kind: "table",
      ...place(columns, columns.DatabaseName, ownCatalog),
      ...(columns.ColumnNames === undefined ? {} : { columns: columns.ColumnNames }),
      excluded: columns.ColumnWildcard?.ExcludedColumnNames ?? [],
    };
  }
  if (policy?.Expression === undefined) return undefined;
  return {
    kind: "tags",
    catalogId: policy.CatalogId ?? ownCatalog,
    on: policy.ResourceType === "DATABASE" ? "DATABASE" : "TABLE",
    expression: Object.fromEntries(policy.Expression.map(({ TagKey, TagValues }) => [TagKey ?? "", TagValues ?? []])),
  };
}

function place(
  { CatalogId, Name }: { readonly CatalogId?: string | undefined; readonly Name?: string | undefined },
  database: string,
  ownCatalog: string,
): { catalogId: string; database: string; table?: string } {
  const everyTable = Name === undefined || Name === ALL_TABLES;
  return { catalogId: CatalogId ?? ownCatalog, database, ...(everyTable ? {} : { table: Name }) };
}

/** Nothing for a database that is none. */
export function toLink({ Name, TargetDatabase }: Database): ResourceLink | undefined {
  if (Name === undefined || TargetDatabase?.CatalogId === undefined || TargetDatabase.DatabaseName === undefined) {
    return undefined;
  }
  return { name: Name, catalogId: TargetDatabase.CatalogId, database: TargetDatabase.DatabaseName };
}

/** Columns with their tags: a table inherits from its database, a column from its table, and each may have its own. */
export function toColumns(
  names: readonly string[],
  assigned: GetResourceLFTagsCommandOutput,
): readonly CatalogColumn[] {
  const inherited = { ...toTags(assigned.LFTagOnDatabase), ...toTags(assigned.LFTagsOnTable) };
  return names.map((name) => {
    const own = assigned.LFTagsOnColumns?.find((column) => column.Name === name);
    return { name, tags: { ...inherited, ...toTags(own?.LFTags) } };
  });
}

function toTags(pairs: readonly LFTagPair[] = []): Tags {
  return Object.fromEntries(pairs.map(({ TagKey, TagValues }) => [TagKey ?? "", TagValues?.[0] ?? ""]));
}
