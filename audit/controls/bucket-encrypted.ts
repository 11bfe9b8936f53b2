import { type Control, eachResource } from "../check/control";
import { all, customerKey, fail, wants } from "../check/judge";
import { fsbp, pci } from "../check/references";
import { blocks } from "../output/json";

export const bucketEncrypted: Control = {
  id: "bucket-encrypted",
  sentence: "Every bucket encrypts its objects with a customer-managed KMS key by default.",
  reason:
    "Whoever may read the bucket reads the data: with a key of one's own, its policy is a second gate, with a log.",
  remedy: "add aws_s3_bucket_server_side_encryption_configuration with sse_algorithm aws:kms and kms_master_key_id",
  severity: "high",
  references: [...fsbp("S3.17"), ...pci("3.5.1")],
  check: eachResource(["aws_s3_bucket"], (bucket, world) => {
    const rules = world
      .configuring(bucket, "aws_s3_bucket_server_side_encryption_configuration", "bucket", "bucket")
      .flatMap(({ body }) => blocks(body["rule"]))
      .flatMap((rule) => blocks(rule["apply_server_side_encryption_by_default"]));
    if (rules.length === 0) return fail("no default encryption is configured");
    return all(
      ...rules.map((rule) =>
        all(
          wants("sse_algorithm", rule["sse_algorithm"], (value) => value === "aws:kms" || value === "aws:kms:dsse"),
          customerKey("kms_master_key_id", rule["kms_master_key_id"]),
        ),
      ),
    );
  }),
};
