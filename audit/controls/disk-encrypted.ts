import { type Control, eachResource } from "../check/control";
import { on } from "../check/judge";
import { fsbp } from "../check/references";

export const diskEncrypted: Control = {
  id: "disk-encrypted",
  sentence: "New EBS volumes are encrypted by default.",
  reason: "A volume that somebody makes by hand is encrypted only when the account says so.",
  remedy: "set enabled on aws_ebs_encryption_by_default",
  severity: "medium",
  references: fsbp("EC2.7"),
  check: eachResource(["aws_ebs_encryption_by_default"], ({ body }) => on("enabled", body["enabled"] ?? true)),
};
