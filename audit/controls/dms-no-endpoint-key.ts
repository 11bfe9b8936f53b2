import { type Control, eachResource } from "../check/control";
import { fail, PASS } from "../check/judge";
import { provider } from "../check/references";

export const dmsNoEndpointKey: Control = {
  id: "dms-no-endpoint-key",
  sentence: "No S3 endpoint of DMS sets kms_key_arn.",
  reason:
    "The API passes over it, and version 5 of the provider replaces the endpoint at every plan: replication stops.",
  remedy: "set server_side_encryption_kms_key_id instead",
  severity: "medium",
  references: provider(32514),
  check: eachResource(["aws_dms_s3_endpoint"], ({ body }) =>
    body["kms_key_arn"] === undefined ? PASS : fail("kms_key_arn is set"),
  ),
};
