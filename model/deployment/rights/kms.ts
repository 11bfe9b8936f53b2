import type { Rights } from "./right";

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_awskeymanagementservice.html */
export const KMS: Rights = {
  aws_kms_key: [
    {
      on: "keys",
      read: ["kms:DescribeKey", "kms:GetKeyPolicy", "kms:GetKeyRotationStatus", "kms:ListResourceTags"],
      write: [
        "kms:CancelKeyDeletion",
        "kms:DisableKeyRotation",
        "kms:EnableKey",
        "kms:EnableKeyRotation",
        "kms:PutKeyPolicy",
        "kms:ScheduleKeyDeletion",
        "kms:TagResource",
        "kms:UntagResource",
        "kms:UpdateKeyDescription",
      ],
    },
    // A key has no tags yet when it is made; the request has.
    { on: "newKeys", write: ["kms:CreateKey", "kms:TagResource"] },
    // What an interrupted apply created is found by its stack's tag: docs/decisions/0069-taking-over.md.
    { on: "account", write: ["tag:GetResources"] },
  ],
  aws_kms_alias: [
    { on: "account", read: ["kms:ListAliases"] },
    { on: "aliases", write: ["kms:CreateAlias", "kms:DeleteAlias", "kms:UpdateAlias"] },
    { on: "keys", write: ["kms:CreateAlias", "kms:DeleteAlias", "kms:UpdateAlias"] },
  ],
  // Of this account and, by the lake's key policies, of governance.
  "data.aws_kms_key": [{ on: "foreignKeys", read: ["kms:DescribeKey"] }],
  "data.aws_kms_alias": [{ on: "account", read: ["kms:ListAliases"] }],
};
