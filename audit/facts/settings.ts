import { causeOf } from "../cause";
import { blocks } from "../output/json";
import { resourcesOf } from "../output/read";
import type { Block, Resolver } from "../output/types";
import type { LocationFact, SettingsFact } from "./types";

/** Lake Formation's settings of every account that sets them. */
export const readSettings = (resolver: Resolver): readonly SettingsFact[] =>
  resourcesOf(resolver.output, "aws_lakeformation_data_lake_settings").map((resource) => {
    const { body } = resource;
    const defaults = (key: string): readonly string[] =>
      blocks(body[key])
        .filter(({ permissions }: Block) => resolver.texts(resource, permissions).length > 0)
        .map(({ principal }: Block) => resolver.text(resource, principal));
    return {
      account: resolver.text(resource, body["catalog_id"] ?? resource.account),
      administrators: resolver.texts(resource, body["admins"]),
      readOnlyAdministrators: resolver.texts(resource, body["read_only_admins"]),
      databaseDefaults: defaults("create_database_default_permissions"),
      tableDefaults: defaults("create_table_default_permissions"),
      ...(resource.role === undefined ? {} : { setBy: resolver.text(resource, resource.role) }),
      cause: causeOf(resource, "sets Lake Formation's administrators and default permissions"),
    };
  });

/** The places in S3 that Lake Formation governs. */
export const readLocations = (resolver: Resolver): readonly LocationFact[] =>
  resourcesOf(resolver.output, "aws_lakeformation_resource").map((resource) => {
    const role = resource.body["role_arn"];
    return {
      account: resource.account,
      arn: resolver.text(resource, resource.body["arn"]),
      ...(role === undefined ? {} : { role: resolver.text(resource, role) }),
      hybrid: resource.body["hybrid_access_enabled"] === true,
      cause: causeOf(resource, "puts the place under Lake Formation"),
    };
  });
