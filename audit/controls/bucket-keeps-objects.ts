import { type Control, eachResource } from "../check/control";
import { off } from "../check/judge";

export const bucketKeepsObjects: Control = {
  id: "bucket-keeps-objects",
  sentence: "No bucket is emptied to be destroyed.",
  reason: "With force_destroy Terraform deletes every object and version on the way.",
  remedy: "leave force_destroy out",
  severity: "high",
  references: [],
  check: eachResource(["aws_s3_bucket"], ({ body }) => off("force_destroy", body["force_destroy"])),
};
