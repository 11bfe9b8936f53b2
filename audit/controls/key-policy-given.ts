import { type Control, eachResource } from "../check/control";
import { fail, PASS } from "../check/judge";

export const keyPolicyGiven: Control = {
  id: "key-policy-given",
  sentence: "Every KMS key has a policy of its own.",
  reason: "KMS's default policy leaves the key to every IAM policy of the account.",
  remedy: "set policy, or add aws_kms_key_policy",
  severity: "medium",
  references: [],
  check: eachResource(["aws_kms_key"], (key, world) =>
    key.body["policy"] !== undefined || world.configuring(key, "aws_kms_key_policy", "key_id", "key_id").length > 0
      ? PASS
      : fail("policy is not set"),
  ),
};
