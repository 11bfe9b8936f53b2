import { type Control, eachResource } from "../check/control";
import { customerKey } from "../check/judge";
import { fsbp } from "../check/references";

export const messageEncrypted: Control = {
  id: "message-encrypted",
  sentence: "Every topic and queue is encrypted with a customer-managed KMS key.",
  reason: "Messages name buckets, tables and people on call; a key of AWS cannot be withdrawn from anybody.",
  remedy: "set kms_master_key_id to a key of the account",
  severity: "medium",
  references: fsbp("SNS.1", "SQS.1"),
  check: eachResource(["aws_sns_topic", "aws_sqs_queue"], ({ body }) =>
    customerKey("kms_master_key_id", body["kms_master_key_id"]),
  ),
};
