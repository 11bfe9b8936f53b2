import type { Rights } from "./right";

const KEYS = { on: "keys" as const, write: ["kms:Decrypt", "kms:GenerateDataKey"] };

/** Secrets and functions. https://docs.aws.amazon.com/service-authorization/latest/reference/ */
export const APPLICATIONS: Rights = {
  aws_secretsmanager_secret: [
    {
      on: "secrets",
      read: ["secretsmanager:DescribeSecret", "secretsmanager:GetResourcePolicy"],
      write: [
        "secretsmanager:CreateSecret",
        "secretsmanager:DeleteSecret",
        "secretsmanager:DeleteResourcePolicy",
        "secretsmanager:PutResourcePolicy",
        "secretsmanager:TagResource",
        "secretsmanager:UntagResource",
        "secretsmanager:UpdateSecret",
        "secretsmanager:ValidateResourcePolicy",
      ],
    },
    KEYS,
  ],
  aws_secretsmanager_secret_policy: [
    {
      on: "secrets",
      read: ["secretsmanager:GetResourcePolicy"],
      write: [
        "secretsmanager:DeleteResourcePolicy",
        "secretsmanager:PutResourcePolicy",
        "secretsmanager:ValidateResourcePolicy",
      ],
    },
  ],
  // The provider reads the value at each refresh, a write-only one too, and drops it.
  aws_secretsmanager_secret_version: [
    {
      on: "secrets",
      read: ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"],
      write: ["secretsmanager:PutSecretValue", "secretsmanager:UpdateSecretVersionStage"],
    },
    { ...KEYS, read: ["kms:Decrypt"] },
  ],
  aws_lambda_function: [
    {
      on: "functions",
      read: [
        "lambda:GetFunction",
        "lambda:GetFunctionCodeSigningConfig",
        "lambda:GetFunctionConfiguration",
        "lambda:GetFunctionRecursionConfig",
        "lambda:GetRuntimeManagementConfig",
        "lambda:ListTags",
        "lambda:ListVersionsByFunction",
      ],
      write: [
        "lambda:CreateFunction",
        "lambda:DeleteFunction",
        "lambda:DeleteFunctionConcurrency",
        "lambda:PutFunctionConcurrency",
        "lambda:PutFunctionRecursionConfig",
        "lambda:TagResource",
        "lambda:UntagResource",
        "lambda:UpdateFunctionCode",
        "lambda:UpdateFunctionConfiguration",
      ],
      passRoleTo: ["lambda.amazonaws.com"],
    },
    { on: "keys", write: ["kms:CreateGrant", "kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey"] },
  ],
  aws_lambda_invocation: [{ on: "functions", write: ["lambda:InvokeFunction"] }],
  aws_lambda_permission: [
    { on: "functions", read: ["lambda:GetPolicy"], write: ["lambda:AddPermission", "lambda:RemovePermission"] },
  ],
  aws_ssm_parameter: [
    {
      on: "parameters",
      read: ["ssm:GetParameter", "ssm:GetParameters", "ssm:ListTagsForResource"],
      write: ["ssm:AddTagsToResource", "ssm:DeleteParameter", "ssm:PutParameter", "ssm:RemoveTagsFromResource"],
    },
    { on: "account", read: ["ssm:DescribeParameters"] },
  ],
  "data.aws_secretsmanager_secret": [
    { on: "secrets", read: ["secretsmanager:DescribeSecret", "secretsmanager:GetResourcePolicy"] },
  ],
  "data.aws_caller_identity": [{ on: "account", read: ["sts:GetCallerIdentity"] }],
  // Terraform assembles it, and asks nobody.
  "data.aws_iam_policy_document": [],
};
