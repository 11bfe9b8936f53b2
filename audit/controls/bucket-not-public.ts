import { type Control, eachResource } from "../check/control";
import { all, fail, on } from "../check/judge";
import { cis, fsbp, pci } from "../check/references";

const SETTINGS = ["block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets"];

export const bucketNotPublic: Control = {
  id: "bucket-not-public",
  sentence: "Every bucket blocks public access in all four ways.",
  reason: "One statement or ACL too many would otherwise publish the data.",
  remedy: "add aws_s3_bucket_public_access_block with all four settings on",
  severity: "critical",
  references: [...fsbp("S3.8"), ...cis("2.1.4"), ...pci("1.4.4")],
  check: eachResource(["aws_s3_bucket"], (bucket, world) => {
    const blocks = world.configuring(bucket, "aws_s3_bucket_public_access_block", "bucket", "bucket");
    return blocks.length === 0
      ? fail("the bucket has no aws_s3_bucket_public_access_block")
      : all(...blocks.flatMap(({ body }) => SETTINGS.map((setting) => on(setting, body[setting]))));
  }),
};
