/** Databases, tables, links and LF-tags as Glue and Lake Formation report them. */
import { type Database, paginateGetDatabases, paginateGetTables, type Table } from "@aws-sdk/client-glue";
import {
  GetResourceLFTagsCommand,
  type LFTagPair,
  paginateListLFTags,
  type Resource,
} from "@aws-sdk/client-lakeformation";
import type { AssignedTags, DatabaseFact, LinkFact, TableFact, TagFact } from "../facts/types";
import { liveCause } from "./cause";
import type { LiveAccount } from "./clients";

interface LiveCatalog {
  readonly databases: readonly DatabaseFact[];
  readonly tables: readonly TableFact[];
  readonly links: readonly LinkFact[];
}

export async function liveCatalog(account: LiveAccount): Promise<LiveCatalog> {
  const databases: DatabaseFact[] = [];
  const tables: TableFact[] = [];
  const links: LinkFact[] = [];
  for await (const page of paginateGetDatabases({ client: account.glue }, {})) {
    for (const database of page.DatabaseList ?? []) {
      const link = toLink(database, account.id);
      if (link !== undefined) links.push(link);
      if (link !== undefined || database.Name === undefined) continue;
      const own = await tablesOf(account, database.Name);
      tables.push(...own.tables);
      links.push(...own.links);
      databases.push(await toDatabase(account, database.Name, database));
    }
  }
  return { databases, tables, links };
}

async function toDatabase(
  account: LiveAccount,
  name: string,
  { LocationUri: location }: Database,
): Promise<DatabaseFact> {
  const tags = await assigned(account, { Database: { Name: name } });
  return {
    catalog: account.id,
    name,
    ...(location === undefined ? {} : { location }),
    tags: tags.database,
    crawled: false,
    cause: liveCause(account.id, "glue:GetDatabases", `has database ${name}`),
  };
}

async function tablesOf(account: LiveAccount, database: string): Promise<Pick<LiveCatalog, "tables" | "links">> {
  const tables: TableFact[] = [];
  const links: LinkFact[] = [];
  for await (const page of paginateGetTables({ client: account.glue }, { DatabaseName: database })) {
    for (const table of page.TableList ?? []) {
      const link = toTableLink(table, account.id);
      if (link !== undefined) links.push(link);
      else if (table.Name !== undefined) tables.push(await toTable(account, database, table.Name, table));
    }
  }
  return { tables, links };
}

async function toTable(
  account: LiveAccount,
  database: string,
  name: string,
  { StorageDescriptor: storage, PartitionKeys: partitions }: Table,
): Promise<TableFact> {
  const tags = await assigned(account, { Table: { DatabaseName: database, Name: name } });
  const location = storage?.Location;
  return {
    catalog: account.id,
    database,
    name,
    ...(location === undefined ? {} : { location }),
    tags: tags.table,
    columns: [...(storage?.Columns ?? []), ...(partitions ?? [])].map(({ Name = "", Type: type = "" }) => ({
      name: Name,
      type,
      tags: tags.columns.get(Name) ?? new Map(),
    })),
    cause: liveCause(account.id, "glue:GetTables", `has table ${database}.${name}`),
  };
}

/** Tags of a resource by where they are assigned. */
async function assigned({ id, lakeFormation }: LiveAccount, resource: Resource) {
  const tags = await lakeFormation.send(new GetResourceLFTagsCommand({ Resource: resource }));
  return {
    database: toTags(id, tags.LFTagOnDatabase),
    table: toTags(id, tags.LFTagsOnTable),
    columns: new Map(
      (tags.LFTagsOnColumns ?? []).map(({ Name = "", LFTags: pairs }) => [Name, toTags(id, pairs)] as const),
    ),
  };
}

const toTags = (account: string, pairs: readonly LFTagPair[] = []): AssignedTags =>
  new Map(
    pairs.map(({ TagKey: key = "", TagValues: [value = ""] = [] }) => [
      key,
      { value, cause: liveCause(account, "lakeformation:GetResourceLFTags", `has ${key}=${value}`) },
    ]),
  );

/** A database that stands for another account's; nothing for one that does not. */
export function toLink({ Name, TargetDatabase: target }: Database, account: string): LinkFact | undefined {
  if (Name === undefined || target?.CatalogId === undefined || target.DatabaseName === undefined) return undefined;
  return {
    account,
    name: Name,
    catalog: target.CatalogId,
    database: target.DatabaseName,
    cause: liveCause(account, "glue:GetDatabases", `links to ${target.DatabaseName} of ${target.CatalogId}`),
  };
}

function toTableLink({ Name, TargetTable: target }: Table, account: string): LinkFact | undefined {
  if (Name === undefined || target?.CatalogId === undefined || target.DatabaseName === undefined) return undefined;
  return {
    account,
    name: Name,
    catalog: target.CatalogId,
    database: target.DatabaseName,
    ...(target.Name === undefined ? {} : { table: target.Name }),
    cause: liveCause(account, "glue:GetTables", `links to a table of ${target.CatalogId}`),
  };
}

/** The LF-tags that an account defines. */
export async function liveTags({ id, lakeFormation }: LiveAccount): Promise<readonly TagFact[]> {
  const tags: TagFact[] = [];
  for await (const page of paginateListLFTags({ client: lakeFormation }, {})) {
    for (const { TagKey: key = "", TagValues: values = [] } of page.LFTags ?? []) {
      tags.push({ catalog: id, key, values, cause: liveCause(id, "lakeformation:ListLFTags", `defines ${key}`) });
    }
  }
  return tags;
}
