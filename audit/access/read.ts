import { accountOf, blocks, resolved, resources, texts } from "./json";
import { readTables } from "./read-tables";
import type { Block, Filter, Grant, Link, Permissions, Stack, Target } from "./types";

/** What the stacks of an environment permit. */
export function readPermissions(stacks: readonly Stack[]): Permissions {
  return {
    tables: readTables(stacks),
    filters: stacks.flatMap(filters),
    grants: stacks.flatMap(grants),
    links: stacks.flatMap(links),
    roles: stacks.flatMap(roles),
  };
}

function roles(stack: Stack): readonly string[] {
  const arn = (name: unknown): string => `arn:aws:iam::${accountOf(stack)}:role/${String(name)}`;
  return [
    ...resources(stack, "aws_iam_role").map(([, { name }]) => arn(name)),
    // A policy on a role that no stack makes: it exists already.
    ...resources(stack, "aws_iam_role_policy")
      .filter(([, { role }]) => !String(role).startsWith("${"))
      .map(([, { role }]) => arn(role)),
  ];
}

function links(stack: Stack): readonly Link[] {
  return resources(stack, "aws_glue_catalog_database").flatMap(([, body]) =>
    blocks(body["target_database"]).map((target) => ({
      account: accountOf(stack),
      name: String(body["name"]),
      catalog: String(target["catalog_id"]),
      database: String(target["database_name"]),
    })),
  );
}

function filters(stack: Stack): readonly Filter[] {
  return resources(stack, "aws_lakeformation_data_cells_filter").flatMap(([, body]) =>
    blocks(body["table_data"]).map((data) => {
      const condition = blocks(data["row_filter"])[0]?.["filter_expression"];
      return {
        catalog: String(data["table_catalog_id"]),
        database: resolved(stack, data["database_name"]),
        table: resolved(stack, data["table_name"]),
        name: String(data["name"]),
        columns: texts(data["column_names"]),
        ...(condition === undefined ? {} : { condition: resolved(stack, condition) }),
      };
    }),
  );
}

function grants(stack: Stack): readonly Grant[] {
  return resources(stack, "aws_lakeformation_permissions").flatMap(([, body]) =>
    targets(stack, body).map((target) => ({
      by: accountOf(stack),
      principal: resolved(stack, body["principal"]),
      permissions: texts(body["permissions"]),
      grantable: texts(body["permissions_with_grant_option"]),
      target,
    })),
  );
}

function targets(stack: Stack, body: Block): readonly Target[] {
  const catalog = ({ catalog_id: id }: Block): string => (id === undefined ? accountOf(stack) : resolved(stack, id));
  const name = (value: unknown): string => resolved(stack, value);
  return [
    ...blocks(body["database"]).map(
      (each): Target => ({ kind: "database", catalog: catalog(each), database: name(each["name"]) }),
    ),
    ...[...blocks(body["table"]), ...blocks(body["table_with_columns"])].map(
      (each): Target => ({
        kind: "columns",
        catalog: catalog(each),
        database: name(each["database_name"]),
        ...("name" in each ? { table: name(each["name"]) } : {}),
        ...("column_names" in each ? { columns: texts(each["column_names"]) } : {}),
      }),
    ),
    ...blocks(body["data_cells_filter"]).map(
      (each): Target => ({
        kind: "filter",
        catalog: String(each["table_catalog_id"]),
        database: name(each["database_name"]),
        table: name(each["table_name"]),
        name: String(each["name"]),
      }),
    ),
    ...blocks(body["lf_tag_policy"]).map(
      (each): Target => ({
        kind: "tags",
        catalog: catalog(each),
        resource: String(each["resource_type"]),
        expression: Object.fromEntries(
          blocks(each["expression"]).map(({ key, values }) => [String(key), texts(values)]),
        ),
      }),
    ),
  ];
}
