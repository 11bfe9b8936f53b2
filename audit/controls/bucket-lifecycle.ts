import { type Control, eachResource } from "../check/control";
import { fail, PASS } from "../check/judge";
import { fsbp } from "../check/references";
import { blocks } from "../output/json";

export const bucketLifecycle: Control = {
  id: "bucket-lifecycle",
  sentence: "Every bucket removes earlier versions and unfinished uploads after a while.",
  reason: "Deleted personal data would live on as versions, and versions without end slow DMS down until it fails.",
  remedy:
    "add an enabled rule for all objects with noncurrent_version_expiration and abort_incomplete_multipart_upload",
  severity: "medium",
  references: fsbp("S3.10", "S3.13"),
  check: eachResource(["aws_s3_bucket"], (bucket, world) => {
    const rules = world
      .configuring(bucket, "aws_s3_bucket_lifecycle_configuration", "bucket", "bucket")
      .flatMap(({ body }) => blocks(body["rule"]))
      .filter((rule) => rule["status"] === "Enabled");
    const lacks = ["noncurrent_version_expiration", "abort_incomplete_multipart_upload"].filter(
      (setting) => !rules.some((rule) => blocks(rule[setting]).length > 0),
    );
    return lacks.length === 0 ? PASS : fail(`no enabled rule has ${lacks.join(" and ")}`);
  }),
};
