import { type Database, type GlueClient, paginateGetDatabases, paginateGetTables } from "@aws-sdk/client-glue";
import { type IAMClient, paginateListRoles } from "@aws-sdk/client-iam";
import {
  GetResourceLFTagsCommand,
  type LakeFormationClient,
  paginateListPermissions,
} from "@aws-sdk/client-lakeformation";
import type { Account } from "../../model/landscape/types";
import type { AccountClients } from "./clients";
import { toColumns, toGrant, toLink } from "./from-api";
import type { CatalogTable, Grant, LiveConsumer, LiveGovernance } from "./types";

/** Reads the catalog of the governance account and what it has granted. */
export async function readGovernance({ id }: Account, clients: AccountClients): Promise<LiveGovernance> {
  const tables: CatalogTable[] = [];
  for (const { Name } of await readDatabases(clients.glue)) {
    if (Name !== undefined) tables.push(...(await readTables(Name, clients)));
  }
  return { id, tables, grants: await readGrants(clients.lakeFormation, id) };
}

/** Reads the roles, resource links and grants of a consumer account. */
export async function readConsumer({ id, name }: Account, clients: AccountClients): Promise<LiveConsumer> {
  const databases = await readDatabases(clients.glue);
  return {
    id,
    name,
    roles: await readRoles(clients.iam),
    links: databases.map(toLink).filter((link) => link !== undefined),
    grants: await readGrants(clients.lakeFormation, id),
  };
}

async function readTables(database: string, { glue, lakeFormation }: AccountClients): Promise<readonly CatalogTable[]> {
  const tables: CatalogTable[] = [];
  for await (const page of paginateGetTables({ client: glue }, { DatabaseName: database })) {
    for (const { Name, StorageDescriptor, PartitionKeys } of page.TableList ?? []) {
      if (Name === undefined) continue;
      const names = [...(StorageDescriptor?.Columns ?? []), ...(PartitionKeys ?? [])].map(
        (column) => column.Name ?? "",
      );
      const resource = { Table: { DatabaseName: database, Name } };
      const assigned = await lakeFormation.send(new GetResourceLFTagsCommand({ Resource: resource }));
      tables.push({ database, name: Name, columns: toColumns(names, assigned) });
    }
  }
  return tables;
}

async function readDatabases(client: GlueClient): Promise<readonly Database[]> {
  const databases: Database[] = [];
  for await (const page of paginateGetDatabases({ client }, {})) databases.push(...(page.DatabaseList ?? []));
  return databases;
}

async function readRoles(client: IAMClient): Promise<readonly string[]> {
  const roles: string[] = [];
  for await (const page of paginateListRoles({ client }, {})) {
    roles.push(...(page.Roles ?? []).map(({ RoleName }) => RoleName ?? ""));
  }
  return roles;
}

async function readGrants(client: LakeFormationClient, ownCatalog: string): Promise<readonly Grant[]> {
  const grants: Grant[] = [];
  for await (const page of paginateListPermissions({ client }, {})) {
    grants.push(
      ...(page.PrincipalResourcePermissions ?? [])
        .map((permission) => toGrant(permission, ownCatalog))
        .filter((grant) => grant !== undefined),
    );
  }
  return grants;
}
