import { type Control, eachResource } from "../check/control";
import { wants } from "../check/judge";

export const dmsBucketOwner: Control = {
  id: "dms-bucket-owner",
  sentence: "Every S3 target of DMS says which account the bucket must belong to.",
  reason: "Bucket names are global: once the bucket is deleted, anybody may take its name and receive the bank's rows.",
  remedy: "set expected_bucket_owner",
  severity: "high",
  references: [],
  check: eachResource(["aws_dms_s3_endpoint"], ({ body }) =>
    body["endpoint_type"] === "source"
      ? undefined
      : wants("expected_bucket_owner", body["expected_bucket_owner"], (owner) => /^\d{12}$/.test(String(owner))),
  ),
};
