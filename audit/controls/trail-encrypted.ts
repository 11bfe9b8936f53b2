import { type Control, eachResource } from "../check/control";
import { customerKey } from "../check/judge";
import { cis, fsbp } from "../check/references";

export const trailEncrypted: Control = {
  id: "trail-encrypted",
  sentence: "Every trail encrypts its log files with a customer-managed KMS key.",
  reason: "The log says who reads what; its readers should be chosen by the key's policy too.",
  remedy: "set kms_key_id",
  severity: "medium",
  references: [...fsbp("CloudTrail.2"), ...cis("3.5")],
  check: eachResource(["aws_cloudtrail"], ({ body }) => customerKey("kms_key_id", body["kms_key_id"])),
};
