import { blocks } from "../../terraform-json";
import { eachResource } from "../output-guard";

/** hashicorp/terraform-provider-aws#26602: a grant on tags of another account is never found again. */
export const sharedTagGrant = eachResource("aws_lakeformation_permissions", ({ body }) =>
  [...blocks(body["lf_tag"]), ...blocks(body["lf_tag_policy"])].some((tags) => "catalog_id" in tags)
    ? {
        cause:
          "a grant by LF-tags of another account's catalog is never found again (hashicorp/terraform-provider-aws#26602)",
        remedy: "grant by tags in the account that owns them, and by name in the other",
      }
    : undefined,
);
