import { causeOf } from "../cause";
import { blocks, isBlock } from "../output/json";
import { resourcesOf } from "../output/read";
import type { Block, Resolver, Resource } from "../output/types";
import { describeTarget } from "./describe";
import type { ColumnChoice, FilterFact, GrantFact, GrantTarget } from "./types";

/** Every grant of Lake Formation. */
export function readGrants(resolver: Resolver): readonly GrantFact[] {
  return resourcesOf(resolver.output, "aws_lakeformation_permissions").flatMap((resource) => {
    const { body, account } = resource;
    const principal = resolver.text(resource, body["principal"]);
    const permissions = resolver.texts(resource, body["permissions"]);
    const grantable = resolver.texts(resource, body["permissions_with_grant_option"]);
    return targetsOf(resolver, resource).map((target) => ({
      by: account,
      principal,
      permissions,
      grantable,
      target,
      cause: causeOf(
        resource,
        `grants ${permissions.join(", ")} on ${describeTarget(target)} to ${principal}${grantable.length > 0 ? " with grant option" : ""}`,
      ),
    }));
  });
}

function targetsOf(resolver: Resolver, resource: Resource): readonly GrantTarget[] {
  const { body, account } = resource;
  const text = (value: unknown): string => resolver.text(resource, value);
  const texts = (value: unknown): readonly string[] => resolver.texts(resource, value);
  const catalog = (block: Block, key = "catalog_id"): string => text(block[key] ?? body["catalog_id"] ?? account);
  const expression = (block: Block): ReadonlyMap<string, readonly string[]> =>
    new Map(blocks(block["expression"]).map((each) => [text(each["key"]), texts(each["values"])]));
  const from = (key: string, make: (block: Block) => GrantTarget): readonly GrantTarget[] =>
    blocks(body[key]).map(make);
  return [
    ...(body["catalog_resource"] === true ? [{ kind: "catalog", catalog: catalog({}) } as const] : []),
    ...from("database", (each) => ({ kind: "database", catalog: catalog(each), database: text(each["name"]) })),
    ...from("table", (each) => ({
      kind: "table",
      catalog: catalog(each),
      database: text(each["database_name"]),
      ...(each["name"] === undefined || each["wildcard"] === true ? {} : { table: text(each["name"]) }),
      columns: { kind: "all" },
    })),
    ...from("table_with_columns", (each) => ({
      kind: "table",
      catalog: catalog(each),
      database: text(each["database_name"]),
      ...(each["name"] === undefined ? {} : { table: text(each["name"]) }),
      columns: choiceOf(texts(each["column_names"]), texts(each["excluded_column_names"])),
    })),
    ...from("data_cells_filter", (each) => ({
      kind: "filter",
      catalog: catalog(each, "table_catalog_id"),
      database: text(each["database_name"]),
      table: text(each["table_name"]),
      name: text(each["name"]),
    })),
    ...from("lf_tag_policy", (each) => ({
      kind: "tags",
      catalog: catalog(each),
      resource: each["resource_type"] === "DATABASE" ? "DATABASE" : "TABLE",
      expression: expression(each),
    })),
    ...from("data_location", (each) => ({ kind: "location", catalog: catalog(each), arn: text(each["arn"]) })),
    ...from("lf_tag", (each) => ({
      kind: "tag",
      catalog: catalog(each),
      key: text(each["key"]),
      values: texts(each["values"]),
    })),
  ];
}

function choiceOf(names: readonly string[], excluded: readonly string[]): ColumnChoice {
  if (names.length > 0) return { kind: "only", names };
  return excluded.length > 0 ? { kind: "except", names: excluded } : { kind: "all" };
}

/** Every data cells filter. */
export function readFilters(resolver: Resolver): readonly FilterFact[] {
  return resourcesOf(resolver.output, "aws_lakeformation_data_cells_filter").flatMap((resource) =>
    blocks(resource.body["table_data"]).map((data) => {
      const text = (value: unknown): string => resolver.text(resource, value);
      const [rows] = blocks(data["row_filter"]);
      const condition = rows?.["filter_expression"];
      const [wildcard] = blocks(data["column_wildcard"]);
      return {
        catalog: text(data["table_catalog_id"]),
        database: text(data["database_name"]),
        table: text(data["table_name"]),
        name: text(data["name"]),
        columns: choiceOf(
          resolver.texts(resource, data["column_names"]),
          isBlock(wildcard) ? resolver.texts(resource, wildcard["excluded_column_names"]) : [],
        ),
        ...(condition === undefined ? {} : { condition: text(condition) }),
        cause: causeOf(resource, condition === undefined ? "shows all rows" : `shows rows where ${text(condition)}`),
      };
    }),
  );
}
