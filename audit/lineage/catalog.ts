import { blocks, isBlock } from "../output/json";
import { resourcesOf } from "../output/read";
import type { Block, Resolver, Resource } from "../output/types";
import { followed, placeIn, textOf } from "./place";
import type { CatalogColumn, CatalogTable, Place } from "./types";

/** A folder with a slash at its end, so that `s3://b/a` is no beginning of `s3://b/ab`. */
export const folder = (url: string): string => (url === "" || url.endsWith("/") ? url : `${url}/`);

const column =
  (isPartition: boolean) =>
  (body: Block): CatalogColumn => ({
    name: textOf(body["name"]),
    type: textOf(body["type"]),
    comment: textOf(body["comment"]),
    isPartition,
  });

const DATE_FORMAT = /^projection\.(.+)\.format$/;

/** Every table that the stacks declare in a catalog. */
export const readCatalog = (resolver: Resolver): readonly CatalogTable[] =>
  resourcesOf(resolver.output, "aws_glue_catalog_table").map((table) => readTable(resolver, table));

function readTable(resolver: Resolver, table: Resource): CatalogTable {
  const { body } = table;
  const [storage = {}] = blocks(body["storage_descriptor"]);
  const parameters = isBlock(body["parameters"]) ? body["parameters"] : {};
  const isProjected = textOf(parameters["projection.enabled"]) === "true";
  const template = followed(resolver, table, parameters["storage.location.template"]);
  return {
    account: body["catalog_id"] === undefined ? table.account : followed(resolver, table, body["catalog_id"]),
    database: followed(resolver, table, body["database_name"]),
    name: followed(resolver, table, body["name"]),
    location: folder(followed(resolver, table, storage["location"])),
    ...(isProjected && template !== "" ? { template: folder(template) } : {}),
    dateFormats: Object.fromEntries(
      Object.entries(parameters).flatMap(([key, value]) => {
        const [, partition] = DATE_FORMAT.exec(key) ?? [];
        return partition === undefined ? [] : [[partition, textOf(value)]];
      }),
    ),
    columns: [...blocks(storage["columns"]).map(column(false)), ...blocks(body["partition_keys"]).map(column(true))],
    at: placeIn(table, "storage_descriptor", "location"),
  };
}

/** A crawler's folder and the database that it fills. */
export interface Crawler {
  readonly name: string;
  readonly database: string;
  readonly folder: string;
  readonly at: Place;
}

/** Every crawler of files, once for each of its folders. */
export const readCrawlers = (resolver: Resolver): readonly Crawler[] =>
  resourcesOf(resolver.output, "aws_glue_crawler").flatMap((crawler) =>
    blocks(crawler.body["s3_target"]).map(
      (target, index): Crawler => ({
        name: followed(resolver, crawler, crawler.body["name"]),
        database: followed(resolver, crawler, crawler.body["database_name"]),
        folder: folder(followed(resolver, crawler, target["path"])),
        at: placeIn(crawler, "s3_target", index, "path"),
      }),
    ),
  );
