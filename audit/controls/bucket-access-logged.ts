import { type Control, eachResource } from "../check/control";
import { fail, PASS } from "../check/judge";
import { cis, fsbp, pci } from "../check/references";

export const bucketAccessLogged: Control = {
  id: "bucket-access-logged",
  sentence: "Every bucket writes server access logs to another one.",
  reason: "They also record requests that were refused, and by whom.",
  remedy:
    "add aws_s3_bucket_logging; a bucket that receives such logs needs none, and counts as one when another names it",
  severity: "medium",
  references: [...fsbp("S3.9", "CloudTrail.7"), ...cis("3.4"), ...pci("10.2.1")],
  check: eachResource(["aws_s3_bucket"], (bucket, world) => {
    const isLog = world
      .of("aws_s3_bucket_logging")
      .some(
        (each) =>
          each.body["target_bucket"] === bucket.body["bucket"] ||
          world.target(each, each.body["target_bucket"]) === bucket,
      );
    // A log of the log's own delivery would never end.
    if (isLog) return undefined;
    return world.configuring(bucket, "aws_s3_bucket_logging", "bucket", "bucket").length > 0
      ? PASS
      : fail("the bucket has no aws_s3_bucket_logging");
  }),
};
