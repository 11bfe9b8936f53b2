import { blocks } from "../../terraform-json";
import { eachResource } from "../output-guard";

const DEFAULTS = ["create_database_default_permissions", "create_table_default_permissions"];

/** Defaults that grant to IAM_ALLOWED_PRINCIPALS switch Lake Formation off for whatever is created next. */
export const emptyDefaults = eachResource("aws_lakeformation_data_lake_settings", ({ body }) => {
  const granted = DEFAULTS.filter((name) => blocks(body[name]).length > 0);
  return granted.length > 0
    ? {
        cause: `${granted.join(" and ")} grant permissions on everything that is created`,
        remedy: "leave the defaults out: an omitted default is an empty one",
      }
    : undefined;
});
