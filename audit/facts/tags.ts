import { causeOf } from "../cause";
import { blocks, firstBlock } from "../output/json";
import { resourcesOf } from "../output/read";
import type { Block, Resolver, Resource } from "../output/types";
import type { AssignedTag, AssignedTags, TagFact } from "./types";

/** What LF-tags are assigned to, by catalog, database, table and column. */
export class TagAssignments {
  readonly #assigned = new Map<string, Map<string, AssignedTag>>();

  public constructor(resolver: Resolver) {
    for (const type of ["aws_lakeformation_resource_lf_tags", "aws_lakeformation_resource_lf_tag"]) {
      for (const resource of resourcesOf(resolver.output, type)) this.#add(resolver, resource);
    }
  }

  /** Tags that are assigned to something itself; what it inherits is left out. */
  public of(catalog: string, database: string, table = "", column = ""): AssignedTags {
    return this.#assigned.get([catalog, database, table, column].join("\n")) ?? new Map();
  }

  #add(resolver: Resolver, resource: Resource): void {
    const { body } = resource;
    const text = (value: unknown): string => resolver.text(resource, value);
    for (const key of keysOf(resolver, resource)) {
      const target = this.#assigned.get(key) ?? new Map<string, AssignedTag>();
      this.#assigned.set(key, target);
      for (const tag of blocks(body["lf_tag"])) {
        const [name, value] = [text(tag["key"]), text(tag["value"])];
        target.set(name, { value, cause: causeOf(resource, `assigns ${name}=${value}`) });
      }
    }
  }
}

function keysOf(resolver: Resolver, resource: Resource): readonly string[] {
  const { body, account } = resource;
  const text = (value: unknown): string => resolver.text(resource, value);
  const catalog = (target: Block): string => text(target["catalog_id"] ?? body["catalog_id"] ?? account);
  const database = firstBlock(body["database"]);
  const table = firstBlock(body["table"]);
  const columns = firstBlock(body["table_with_columns"]);
  if (database !== undefined) return [[catalog(database), text(database["name"]), "", ""].join("\n")];
  if (table !== undefined) {
    return [[catalog(table), text(table["database_name"]), text(table["name"]), ""].join("\n")];
  }
  if (columns === undefined) return [];
  const place = [catalog(columns), text(columns["database_name"]), text(columns["name"])];
  return resolver.texts(resource, columns["column_names"]).map((column) => [...place, column].join("\n"));
}

/** The LF-tags of all catalogs and their values. */
export const readTagDefinitions = (resolver: Resolver): readonly TagFact[] =>
  resourcesOf(resolver.output, "aws_lakeformation_lf_tag").map((resource) => ({
    catalog: resolver.text(resource, resource.body["catalog_id"] ?? resource.account),
    key: resolver.text(resource, resource.body["key"]),
    values: resolver.texts(resource, resource.body["values"]),
    cause: causeOf(resource, "defines the LF-tag"),
  }));
