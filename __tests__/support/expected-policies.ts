/** Statements as AWS must receive them, written out a second time so that a slip in model/policy shows. */
import type { Block } from "./json";

export const ADMINISTRATION = [
  "kms:CancelKeyDeletion",
  "kms:CreateAlias",
  "kms:DeleteAlias",
  "kms:DescribeKey",
  "kms:DisableKey",
  "kms:EnableKey",
  "kms:EnableKeyRotation",
  "kms:GetKeyPolicy",
  "kms:GetKeyRotationStatus",
  "kms:ListAliases",
  "kms:ListGrants",
  "kms:ListKeyPolicies",
  "kms:ListResourceTags",
  "kms:PutKeyPolicy",
  "kms:RevokeGrant",
  "kms:ScheduleKeyDeletion",
  "kms:TagResource",
  "kms:UntagResource",
  "kms:UpdateAlias",
  "kms:UpdateKeyDescription",
];

export const KEY_USE = ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"];

export const QUERY_KEY_USE = ["kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey*"];

/** Reading table definitions, since the Data Catalog is encrypted. */
export const CATALOG_KEY: Block = {
  Sid: "CatalogKey",
  Effect: "Allow",
  Action: ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*"],
  Resource: "arn:aws:kms:eu-central-1:111122223333:key/*",
  Condition: { StringEquals: { "kms:ViaService": "glue.eu-central-1.amazonaws.com" } },
};

const root = (account: string): Block => ({ AWS: `arn:aws:iam::${account}:root` });

export const administration = (account: string): Block => ({
  Sid: "Administration",
  Effect: "Allow",
  Principal: root(account),
  Action: ADMINISTRATION,
  Resource: "*",
});

const INSPECTION = ADMINISTRATION.filter((action) => /Describe|Get|List/.test(action));

/** A key whose administrators cannot use it, with what its users may do. */
export const separated = (account: string, ...uses: readonly Block[]): readonly Block[] => {
  const Condition = {
    ArnEquals: { "aws:PrincipalArn": [`arn:aws:iam::${account}:role/lake-deploy`, `arn:aws:iam::${account}:root`] },
  };
  const own = { Effect: "Allow", Principal: root(account), Resource: "*" };
  return [
    {
      ...own,
      Sid: "Administration",
      Action: ADMINISTRATION.filter((action) => !INSPECTION.includes(action)),
      Condition,
    },
    { ...own, Sid: "Inspection", Action: INSPECTION },
    ...uses,
    {
      Sid: "AdministratorsNeverUse",
      Effect: "Deny",
      Principal: "*",
      Action: ["kms:CreateGrant", "kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"],
      Resource: "*",
      Condition,
    },
  ];
};

export const throughServices = (account: string, ...services: readonly string[]): Block => ({
  Sid: "UseThroughServices",
  Effect: "Allow",
  Principal: root(account),
  Action: KEY_USE,
  Resource: "*",
  Condition: {
    StringEquals: {
      "kms:CallerAccount": account,
      "kms:ViaService": services.map((service) => `${service}.eu-central-1.amazonaws.com`),
    },
  },
});

/** What every bucket denies to everybody. */
export const transport = (bucket: string): readonly Block[] =>
  [
    { Sid: "DenyPlainHttp", Condition: { Bool: { "aws:SecureTransport": "false" } } },
    { Sid: "DenyOldTls", Condition: { NumericLessThan: { "s3:TlsVersion": "1.2" } } },
  ].map((deny) => ({
    ...deny,
    Effect: "Deny",
    Principal: "*",
    Action: "s3:*",
    Resource: [`arn:aws:s3:::${bucket}`, `arn:aws:s3:::${bucket}/*`],
  }));

/** Uploads that would not end up under the bucket's key. */
export const otherKeys = (bucket: string, keyArn: string): readonly Block[] => {
  const algorithm = "s3:x-amz-server-side-encryption";
  const key = "s3:x-amz-server-side-encryption-aws-kms-key-id";
  return [
    { Sid: "DenyOtherKeys", Condition: { StringNotEquals: { [key]: keyArn }, Null: { [key]: "false" } } },
    {
      Sid: "DenyOtherEncryption",
      Condition: { StringNotEquals: { [algorithm]: "aws:kms" }, Null: { [algorithm]: "false" } },
    },
    { Sid: "DenyUnnamedKey", Condition: { StringEquals: { [algorithm]: "aws:kms" }, Null: { [key]: "true" } } },
    {
      Sid: "DenyCustomerKeys",
      Condition: { Null: { "s3:x-amz-server-side-encryption-customer-algorithm": "false" } },
    },
  ].map((deny) => ({
    ...deny,
    Effect: "Deny",
    Principal: "*",
    Action: "s3:PutObject",
    Resource: `arn:aws:s3:::${bucket}/*`,
  }));
};

/** Everybody outside the organization, except AWS services that act for themselves. */
export const otherOrganizations = (bucket: string): Block => ({
  Sid: "DenyOtherOrganizations",
  Effect: "Deny",
  Principal: "*",
  Action: "s3:*",
  Resource: [`arn:aws:s3:::${bucket}`, `arn:aws:s3:::${bucket}/*`],
  Condition: {
    StringNotEqualsIfExists: { "aws:PrincipalOrgID": "o-exampleorg1" },
    BoolIfExists: { "aws:PrincipalIsAWSService": "false" },
  },
});

/** Trust of a role for one service, acting for one account. */
export const serviceTrust = (
  service: string,
  account: string,
  further: Block = {},
  action: unknown = "sts:AssumeRole",
) => ({
  Version: "2012-10-17",
  Statement: [
    {
      Sid: "Service",
      Effect: "Allow",
      Principal: { Service: service },
      Action: action,
      Condition: { StringEquals: { "aws:SourceAccount": account }, ...further },
    },
  ],
});

export const policy = (...all: readonly Block[]) => ({ Version: "2012-10-17", Statement: all });

/** CloudWatch Logs of one account encrypts by a key; looking at it brings no encryption context. */
export const logsUse = (account: string): Block => ({
  Sid: "Logs",
  Effect: "Allow",
  Principal: { Service: "logs.eu-central-1.amazonaws.com" },
  Action: KEY_USE.filter((action) => action !== "kms:DescribeKey"),
  Resource: "*",
  Condition: {
    ArnLike: { "kms:EncryptionContext:aws:logs:arn": `arn:aws:logs:eu-central-1:${account}:log-group:*` },
  },
});
