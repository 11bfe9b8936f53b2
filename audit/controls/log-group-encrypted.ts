import { type Control, eachResource } from "../check/control";
import { customerKey } from "../check/judge";

export const logGroupEncrypted: Control = {
  id: "log-group-encrypted",
  sentence: "Every log group is encrypted with a customer-managed KMS key.",
  reason: "Logs of databases and replication may quote values of rows.",
  remedy: "set kms_key_id, and let the key's policy name logs.<region>.amazonaws.com",
  severity: "medium",
  references: [],
  check: eachResource(["aws_cloudwatch_log_group"], ({ body }) => customerKey("kms_key_id", body["kms_key_id"])),
};
