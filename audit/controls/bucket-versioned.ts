import { type Control, eachResource } from "../check/control";
import { all, fail, wants } from "../check/judge";
import { fsbp } from "../check/references";
import { blocks } from "../output/json";

export const bucketVersioned: Control = {
  id: "bucket-versioned",
  sentence: "Every bucket keeps earlier versions of its objects.",
  reason: "A wrong run overwrites files in seconds.",
  remedy: "add aws_s3_bucket_versioning with status Enabled",
  severity: "medium",
  references: fsbp("S3.14"),
  check: eachResource(["aws_s3_bucket"], (bucket, world) => {
    const settings = world
      .configuring(bucket, "aws_s3_bucket_versioning", "bucket", "bucket")
      .flatMap(({ body }) => blocks(body["versioning_configuration"]));
    return settings.length === 0
      ? fail("the bucket has no aws_s3_bucket_versioning")
      : all(...settings.map((each) => wants("status", each["status"], (status) => status === "Enabled")));
  }),
};
