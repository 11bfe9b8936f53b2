import { causeOf } from "../cause";
import { blocks, firstBlock } from "../output/json";
import { resourcesOf } from "../output/read";
import type { Resolver, Resource } from "../output/types";
import type { TagAssignments } from "./tags";
import type { DatabaseFact, LinkFact, TableFact } from "./types";

const DATABASE = "aws_glue_catalog_database";
const TABLE = "aws_glue_catalog_table";

const catalogOf = (resolver: Resolver, resource: Resource): string =>
  resolver.text(resource, resource.body["catalog_id"] ?? resource.account);

const isLink = ({ body }: Resource): boolean =>
  blocks(body["target_database"]).length > 0 || blocks(body["target_table"]).length > 0;

export function readDatabases(resolver: Resolver, tags: TagAssignments): readonly DatabaseFact[] {
  const crawled = new Set(
    resourcesOf(resolver.output, "aws_glue_crawler").map((crawler) =>
      [crawler.account, resolver.text(crawler, crawler.body["database_name"])].join("\n"),
    ),
  );
  return resourcesOf(resolver.output, DATABASE)
    .filter((resource) => !isLink(resource))
    .map((resource) => {
      const [catalog, name] = [catalogOf(resolver, resource), resolver.text(resource, resource.body["name"])];
      const location = resource.body["location_uri"];
      return {
        catalog,
        name,
        ...(location === undefined ? {} : { location: resolver.text(resource, location) }),
        tags: tags.of(catalog, name),
        crawled: crawled.has([catalog, name].join("\n")),
        ...(resource.role === undefined ? {} : { creator: resolver.text(resource, resource.role) }),
        cause: causeOf(resource, `is database ${name}`),
      };
    });
}

export function readTables(resolver: Resolver, tags: TagAssignments): readonly TableFact[] {
  return resourcesOf(resolver.output, TABLE)
    .filter((resource) => !isLink(resource))
    .map((resource) => {
      const { body } = resource;
      const catalog = catalogOf(resolver, resource);
      const [database, name] = [resolver.text(resource, body["database_name"]), resolver.text(resource, body["name"])];
      const storage = firstBlock(body["storage_descriptor"]);
      const columns = [...blocks(storage?.["columns"]), ...blocks(body["partition_keys"])];
      const location = storage?.["location"];
      return {
        catalog,
        database,
        name,
        ...(location === undefined ? {} : { location: resolver.text(resource, location) }),
        tags: tags.of(catalog, database, name),
        columns: columns.map((column) => {
          const columnName = resolver.text(resource, column["name"]);
          return {
            name: columnName,
            type: column["type"] === undefined ? "" : resolver.text(resource, column["type"]),
            tags: tags.of(catalog, database, name, columnName),
          };
        }),
        cause: causeOf(resource, `is table ${database}.${name}`),
      };
    });
}

/** Databases and tables that stand for those of another catalog. */
export function readLinks(resolver: Resolver): readonly LinkFact[] {
  const of = (type: string, target: string): readonly LinkFact[] =>
    resourcesOf(resolver.output, type).flatMap((resource) =>
      blocks(resource.body[target]).map((block) => {
        const text = (value: unknown): string => resolver.text(resource, value);
        const [catalog, database] = [text(block["catalog_id"]), text(block["database_name"])];
        return {
          account: catalogOf(resolver, resource),
          name: text(resource.body["name"]),
          catalog,
          database,
          ...(block["name"] === undefined ? {} : { table: text(block["name"]) }),
          cause: causeOf(resource, `links to ${database} of ${catalog}`),
        };
      }),
    );
  return [...of(DATABASE, "target_database"), ...of(TABLE, "target_table")];
}
