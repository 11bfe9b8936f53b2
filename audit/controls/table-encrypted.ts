import { type Control, eachResource } from "../check/control";
import { all, customerKey, fail, on } from "../check/judge";
import { blocks } from "../output/json";

export const tableEncrypted: Control = {
  id: "table-encrypted",
  sentence: "Every DynamoDB table is encrypted with a customer-managed KMS key.",
  reason: "Without server_side_encryption the key belongs to AWS: nobody sees its use, and nobody can withdraw it.",
  remedy: "set server_side_encryption with enabled and kms_key_arn",
  severity: "medium",
  references: [],
  check: eachResource(["aws_dynamodb_table"], ({ body }) => {
    const settings = blocks(body["server_side_encryption"]);
    return settings.length === 0
      ? fail("server_side_encryption is not set")
      : all(
          ...settings.map((each) =>
            all(on("enabled", each["enabled"]), customerKey("kms_key_arn", each["kms_key_arn"])),
          ),
        );
  }),
};
