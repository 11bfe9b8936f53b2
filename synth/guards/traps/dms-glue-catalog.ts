import { eachResource } from "../output-guard";

/** hashicorp/terraform-provider-aws#34029: fails at apply, and would make tables in the wrong account. */
export const dmsGlueCatalog = eachResource("aws_dms_s3_endpoint", ({ body }) =>
  body["glue_catalog_generation"] === true
    ? {
        cause: "glue_catalog_generation fails at apply (hashicorp/terraform-provider-aws#34029)",
        remedy: "remove it; tables are declared from the contracts and found by the crawler",
      }
    : undefined,
);
