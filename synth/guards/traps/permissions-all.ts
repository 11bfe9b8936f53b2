import { eachResource } from "../output-guard";

/** hashicorp/terraform-provider-aws#49453: `ALL` is revoked and granted again at every apply. */
export const permissionsAll = eachResource("aws_lakeformation_permissions", ({ body }) =>
  [body["permissions"], body["permissions_with_grant_option"]].some(
    (list) => Array.isArray(list) && list.includes("ALL"),
  )
    ? {
        cause: "ALL is revoked and granted again at every apply (hashicorp/terraform-provider-aws#49453)",
        remedy: "list the permissions, for example SELECT and DESCRIBE",
      }
    : undefined,
);
