import { type Control, eachResource } from "../check/control";
import { off } from "../check/judge";
import { provider } from "../check/references";

export const dmsNoGlueCatalog: Control = {
  id: "dms-no-glue-catalog",
  sentence: "No S3 endpoint of DMS writes the Glue catalog by itself.",
  reason: "glue_catalog_generation fails at apply.",
  remedy: "leave glue_catalog_generation out; declare the tables or crawl them",
  severity: "low",
  references: provider(34029),
  check: eachResource(["aws_dms_s3_endpoint"], ({ body }) =>
    off("glue_catalog_generation", body["glue_catalog_generation"]),
  ),
};
