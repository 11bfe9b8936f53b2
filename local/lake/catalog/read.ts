import {
  GetPartitionsCommand,
  type GlueClient,
  paginateGetDatabases,
  paginateGetTables,
  type Table,
} from "@aws-sdk/client-glue";
import { LakeError } from "../error";
import { placeOf } from "./place";
import { dateProjection } from "./projection";
import { notParquet, refuseUnknown } from "./settings";
import type { Catalog, CatalogColumn, FileTable, IcebergTable, Partitions } from "./types";

type Found = IcebergTable | FileTable | string;

/**
 * Databases and tables of an account's own catalog; resource links are another account's.
 * @throws LakeError when a table has a setting that is not imitated
 */
export async function readCatalog(glue: GlueClient): Promise<Catalog> {
  const databases: string[] = [];
  const found: Found[] = [];
  for await (const page of paginateGetDatabases({ client: glue }, {})) {
    for (const { Name: name, TargetDatabase: target } of page.DatabaseList ?? []) {
      if (name === undefined || target !== undefined) continue;
      databases.push(name);
      for await (const { TableList: tables } of paginateGetTables({ client: glue }, { DatabaseName: name })) {
        for (const table of tables ?? []) {
          if (table.TargetTable === undefined) found.push(await toTable(glue, name, table));
        }
      }
    }
  }
  return {
    databases,
    iceberg: found.filter((table): table is IcebergTable => typeof table !== "string" && table.kind === "iceberg"),
    files: found.filter((table): table is FileTable => typeof table !== "string" && table.kind === "files"),
    leftOut: found.filter((table) => typeof table === "string"),
  };
}

const toColumns = (columns: Table["PartitionKeys"] = []): readonly CatalogColumn[] =>
  columns.map(({ Name: name = "", Type: type = "" }) => ({ name: name.toLowerCase(), type: type.toLowerCase() }));

async function toTable(glue: GlueClient, database: string, table: Table): Promise<Found> {
  const name = table.Name ?? "";
  const full = `${database}.${name}`;
  const common = {
    database,
    name,
    columns: toColumns(table.StorageDescriptor?.Columns),
    place: placeOf(table.StorageDescriptor?.Location ?? "", full),
  };
  if (table.Parameters?.["table_type"]?.toUpperCase() === "ICEBERG") return { kind: "iceberg", ...common };
  const reason = notParquet(table);
  if (reason !== undefined) return `${full}: ${reason}`;
  refuseUnknown(full, table);
  return { kind: "files", ...common, partitions: await toPartitions(glue, database, table) };
}

async function toPartitions(glue: GlueClient, database: string, table: Table): Promise<Partitions | undefined> {
  const full = `${database}.${table.Name}`;
  const columns = toColumns(table.PartitionKeys);
  if (columns.length === 0) return undefined;
  const parameters = table.Parameters ?? {};
  const odd = columns.find(({ type }) => !["string", "varchar", "date"].includes(type.replace(/\(.*/, "")));
  if (odd !== undefined)
    throw new LakeError(`${full}: partition column ${odd.name} is ${odd.type}; string and date are imitated`);
  const template = parameters["storage.location.template"];
  if (parameters["projection.enabled"]?.trim().toLowerCase() === "true") {
    return { columns, template, projections: columns.map((column) => dateProjection(full, column.name, parameters)) };
  }
  const place = { DatabaseName: database, TableName: table.Name, MaxResults: 1 };
  const { Partitions: listed = [] } = await glue.send(new GetPartitionsCommand(place));
  if (listed.length > 0) throw new LakeError(`${full}: partitions that the catalog lists are not imitated`);
  return { columns, template: undefined, projections: [] };
}
