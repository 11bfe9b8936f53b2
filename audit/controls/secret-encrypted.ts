import { type Control, eachResource } from "../check/control";
import { customerKey } from "../check/judge";

export const secretEncrypted: Control = {
  id: "secret-encrypted",
  sentence: "Every secret is encrypted with a customer-managed KMS key.",
  reason: "The policy of AWS's own key lets every identity of the account decrypt that may read the secret.",
  remedy: "set kms_key_id to a key of the account",
  severity: "medium",
  references: [],
  check: eachResource(["aws_secretsmanager_secret"], ({ body }) => customerKey("kms_key_id", body["kms_key_id"])),
};
