import { type Control, eachResource } from "../check/control";
import { all, fail, wants } from "../check/judge";
import { fsbp } from "../check/references";
import { blocks } from "../output/json";

export const bucketNoAcl: Control = {
  id: "bucket-no-acl",
  sentence: "No bucket knows ACLs: its owner owns every object.",
  reason:
    "With ACLs, an object that another account wrote belongs to that account, and its policy cannot be seen here.",
  remedy: "add aws_s3_bucket_ownership_controls with object_ownership BucketOwnerEnforced",
  severity: "medium",
  references: fsbp("S3.12"),
  check: eachResource(["aws_s3_bucket"], (bucket, world) => {
    const controls = world
      .configuring(bucket, "aws_s3_bucket_ownership_controls", "bucket", "bucket")
      .flatMap(({ body }) => blocks(body["rule"]));
    return controls.length === 0
      ? fail("the bucket has no aws_s3_bucket_ownership_controls")
      : all(
          ...controls.map((rule) =>
            wants("object_ownership", rule["object_ownership"], (value) => value === "BucketOwnerEnforced"),
          ),
        );
  }),
};
