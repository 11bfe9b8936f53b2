import { paginateGetDatabases } from "@aws-sdk/client-glue";
import { paginateListRoles } from "@aws-sdk/client-iam";
import { paginateListDataCellsFilter, paginateListPermissions } from "@aws-sdk/client-lakeformation";
import type { Permissions } from "../../audit/access/types";
import type { Account, Environment } from "../../model/landscape/types";
import { type AccountClients, clientsFor } from "./clients";
import { toLink } from "./from-api";
import { liveTables } from "./live-tables";
import { toAuditFilter, toAuditGrant } from "./permissions-from-api";

/** What the live accounts permit, in the shape in which the audit reads it from generated JSON. */
export async function livePermissions(environment: Environment, endpoint: string): Promise<Permissions> {
  const { governance, consumers, region } = environment;
  const clients = await clientsFor(governance, endpoint, region);
  const parts = [await partOf(governance, clients)];
  for (const consumer of consumers) parts.push(await partOf(consumer, await clientsFor(consumer, endpoint, region)));
  return {
    tables: await liveTables(governance, clients),
    filters: parts.flatMap(({ filters }) => filters),
    grants: parts.flatMap(({ grants }) => grants),
    links: parts.flatMap(({ links }) => links),
    roles: parts.flatMap(({ roles }) => roles),
  };
}

async function partOf(account: Account, clients: AccountClients): Promise<Omit<Permissions, "tables">> {
  return {
    filters: await filtersOf(clients),
    grants: await grantsOf(account, clients),
    links: await linksOf(account, clients),
    roles: await rolesOf(clients),
  };
}

async function filtersOf({ lakeFormation: client }: AccountClients): Promise<Permissions["filters"]> {
  const filters = [];
  for await (const page of paginateListDataCellsFilter({ client }, {})) {
    filters.push(...(page.DataCellsFilters ?? []).map(toAuditFilter));
  }
  return filters;
}

async function grantsOf({ id }: Account, { lakeFormation: client }: AccountClients): Promise<Permissions["grants"]> {
  const grants = [];
  for await (const page of paginateListPermissions({ client }, {})) {
    for (const permission of page.PrincipalResourcePermissions ?? []) {
      const grant = toAuditGrant(permission, id);
      if (grant !== undefined) grants.push(grant);
    }
  }
  return grants;
}

async function linksOf({ id }: Account, { glue: client }: AccountClients): Promise<Permissions["links"]> {
  const links = [];
  for await (const page of paginateGetDatabases({ client }, {})) {
    for (const database of page.DatabaseList ?? []) {
      const link = toLink(database, id);
      if (link !== undefined) links.push(link);
    }
  }
  return links;
}

async function rolesOf({ iam: client }: AccountClients): Promise<readonly string[]> {
  const roles = [];
  for await (const page of paginateListRoles({ client }, {})) {
    roles.push(...(page.Roles ?? []).map(({ Arn }) => Arn ?? ""));
  }
  return roles;
}
