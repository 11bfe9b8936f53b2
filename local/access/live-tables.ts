import { paginateGetDatabases, paginateGetTables } from "@aws-sdk/client-glue";
import { GetResourceLFTagsCommand } from "@aws-sdk/client-lakeformation";
import type { Table } from "../../audit/access/types";
import type { Account } from "../../model/landscape/types";
import type { AccountClients } from "./clients";
import { toColumns } from "./from-api";

/** Every table of an account's catalog with the LF-tags that count for its columns. */
export async function liveTables({ id }: Account, clients: AccountClients): Promise<readonly Table[]> {
  const tables: Table[] = [];
  for await (const page of paginateGetDatabases({ client: clients.glue }, {})) {
    for (const { Name } of page.DatabaseList ?? []) {
      if (Name !== undefined) tables.push(...(await tablesOf(id, Name, clients)));
    }
  }
  return tables;
}

async function tablesOf(
  catalog: string,
  database: string,
  { glue, lakeFormation }: AccountClients,
): Promise<readonly Table[]> {
  const tables: Table[] = [];
  for await (const page of paginateGetTables({ client: glue }, { DatabaseName: database })) {
    for (const { Name, StorageDescriptor, PartitionKeys } of page.TableList ?? []) {
      if (Name === undefined) continue;
      const columns = [...(StorageDescriptor?.Columns ?? []), ...(PartitionKeys ?? [])];
      const resource = { Table: { DatabaseName: database, Name } };
      const assigned = await lakeFormation.send(new GetResourceLFTagsCommand({ Resource: resource }));
      const names = columns.map((column) => column.Name ?? "");
      tables.push({ catalog, database, name: Name, columns: toColumns(names, assigned) });
    }
  }
  return tables;
}
