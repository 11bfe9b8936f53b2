import { type Control, eachResource } from "../check/control";
import { on } from "../check/judge";
import type { World } from "../check/world";
import { blocks } from "../output/json";
import type { Resource } from "../output/types";

/** What cannot be made again: data, keys to it, and the list of who administers it. */
const STATEFUL = [
  "aws_rds_cluster",
  "aws_db_instance",
  "aws_kms_key",
  "aws_lakeformation_data_lake_settings",
  "aws_secretsmanager_secret",
];

/** A bucket whose objects end by themselves is not missed, unless it holds the lake or logs. */
function keeps(bucket: Resource, world: World): boolean {
  const ends = world
    .configuring(bucket, "aws_s3_bucket_lifecycle_configuration", "bucket", "bucket")
    .some(({ body }) => blocks(body["rule"]).some((rule) => blocks(rule["expiration"]).length > 0));
  const named: readonly (readonly [string, string])[] = [
    ["aws_cloudtrail", "s3_bucket_name"],
    ["aws_s3_bucket_logging", "target_bucket"],
  ];
  const arn = `arn:aws:s3:::${String(bucket.body["bucket"])}`;
  const isLake = world
    .of("aws_lakeformation_resource")
    .some((location) => location.body["arn"] === arn || world.target(location, location.body["arn"]) === bucket);
  return (
    !ends ||
    isLake ||
    named.some(([type, attribute]) => world.configuring(bucket, type, attribute, "bucket").length > 0)
  );
}

export const destroyProtection: Control = {
  id: "destroy-protection",
  sentence: "Terraform refuses a plan that destroys a database, bucket of data, key, secret or table.",
  reason: "A rename or an attribute that forces replacement would destroy what cannot be made again.",
  remedy: "set lifecycle.prevent_destroy",
  severity: "high",
  references: [],
  check: eachResource([...STATEFUL, "aws_s3_bucket", "aws_glue_catalog_table"], (resource, world) => {
    const { type, body } = resource;
    if (type === "aws_s3_bucket" && !keeps(resource, world)) return undefined;
    // Other tables of the catalog are descriptions of files; an Iceberg table knows which files are its rows.
    if (type === "aws_glue_catalog_table" && body["open_table_format_input"] === undefined) return undefined;
    return on("lifecycle.prevent_destroy", blocks(body["lifecycle"])[0]?.["prevent_destroy"]);
  }),
};
