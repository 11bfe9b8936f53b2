import { accountRootArn, deployRoleArn } from "../arns";
import type { Account, Environment } from "../landscape/types";
import { policyDocument, type Statement } from "./document";

/** What a service or principal does with a key when it reads and writes encrypted data. */
export const KEY_USE = [
  "kms:Decrypt",
  "kms:DescribeKey",
  "kms:Encrypt",
  "kms:GenerateDataKey*",
  "kms:ReEncrypt*",
] as const;

/** Look at a key without changing or using it. */
const INSPECTION = [
  "kms:DescribeKey",
  "kms:GetKeyPolicy",
  "kms:GetKeyRotationStatus",
  "kms:ListAliases",
  "kms:ListGrants",
  "kms:ListKeyPolicies",
  "kms:ListResourceTags",
];

const CHANGES = [
  "kms:CancelKeyDeletion",
  "kms:CreateAlias",
  "kms:DeleteAlias",
  "kms:DisableKey",
  "kms:EnableKey",
  "kms:EnableKeyRotation",
  "kms:PutKeyPolicy",
  "kms:RevokeGrant",
  "kms:ScheduleKeyDeletion",
  "kms:TagResource",
  "kms:UntagResource",
  "kms:UpdateAlias",
  "kms:UpdateKeyDescription",
];

/** Everything by which a key opens or closes data, also through somebody else. */
const CRYPTOGRAPHY = ["kms:CreateGrant", "kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"];

/**
 * Policy of a key: the owning account may administer it but not use it; each use is a statement of its own.
 * Without the first statement nobody could ever change the key again.
 * https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 */
export function keyPolicy(owner: Account, uses: readonly Statement[]): string {
  return policyDocument([
    {
      Sid: "Administration",
      Effect: "Allow",
      Principal: { AWS: accountRootArn(owner) },
      Action: [...INSPECTION, ...CHANGES].toSorted(),
      Resource: "*",
    },
    ...uses,
  ]);
}

/**
 * Policy of a key whose administrators can never use it and whose users can never administer it, whatever their own
 * policies allow: the deploy role changes the key, and so does the account's root user, or a lost deploy role would leave
 * a key that nobody can mend. Other identities of the account may look at it.
 * https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html#key-policy-default-allow-administrators
 */
export function separatedKeyPolicy(owner: Account, uses: readonly Statement[]): string {
  const account = { AWS: accountRootArn(owner) };
  const administrators = { ArnEquals: { "aws:PrincipalArn": [deployRoleArn(owner), accountRootArn(owner)] } };
  return policyDocument([
    {
      Sid: "Administration",
      Effect: "Allow",
      Principal: account,
      Action: CHANGES,
      Resource: "*",
      Condition: administrators,
    },
    { Sid: "Inspection", Effect: "Allow", Principal: account, Action: INSPECTION, Resource: "*" },
    ...uses,
    {
      Sid: "AdministratorsNeverUse",
      Effect: "Deny",
      Principal: "*",
      Action: CRYPTOGRAPHY,
      Resource: "*",
      Condition: administrators,
    },
  ]);
}

/** Identities of an account, as far as its own IAM policies allow, use the key through these services only. */
export function useThroughServices(
  environment: Environment,
  account: Account,
  services: readonly string[],
  sid = "UseThroughServices",
): Statement {
  return {
    Sid: sid,
    Effect: "Allow",
    Principal: { AWS: accountRootArn(account) },
    Action: [...KEY_USE],
    Resource: "*",
    Condition: {
      StringEquals: {
        "kms:CallerAccount": account.id,
        "kms:ViaService": services.map((service) => `${service}.${environment.region}.amazonaws.com`),
      },
    },
  };
}

/**
 * Services such as RDS and DMS make grants for their own hosts when a resource is created with the key.
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.Keys.html
 */
export function grantsForServices(environment: Environment, account: Account, services: readonly string[]): Statement {
  return {
    Sid: "GrantsForServices",
    Effect: "Allow",
    Principal: { AWS: accountRootArn(account) },
    Action: "kms:CreateGrant",
    Resource: "*",
    Condition: {
      Bool: { "kms:GrantIsForAWSResource": "true" },
      StringEquals: {
        "kms:CallerAccount": account.id,
        "kms:ViaService": services.map((service) => `${service}.${environment.region}.amazonaws.com`),
      },
    },
  };
}

/**
 * CloudWatch Logs encrypts the log groups of one account.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
 */
export function useByLogs(environment: Environment, account: Account): Statement {
  return {
    Sid: "Logs",
    Effect: "Allow",
    Principal: { Service: `logs.${environment.region}.amazonaws.com` },
    // Looking at a key has no encryption context: the condition would refuse it.
    Action: KEY_USE.filter((action) => action !== "kms:DescribeKey"),
    Resource: "*",
    Condition: {
      ArnLike: { "kms:EncryptionContext:aws:logs:arn": `arn:aws:logs:${environment.region}:${account.id}:log-group:*` },
    },
  };
}
