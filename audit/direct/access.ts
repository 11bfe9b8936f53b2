import type { BucketPath, KeyPath } from "../matrix/types";

interface BucketAccess {
  readonly access: BucketPath["access"];
  /** Any of these is enough. */
  readonly actions: readonly string[];
  readonly on: "objects" | "bucket";
  /** What S3 asks of the bucket's key in the name of the principal. */
  readonly keyAction?: string;
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html */
export const BUCKET_ACCESS: readonly BucketAccess[] = [
  { access: "read", actions: ["s3:GetObject", "s3:GetObjectVersion"], on: "objects", keyAction: "kms:Decrypt" },
  { access: "write", actions: ["s3:PutObject", "s3:ReplicateObject"], on: "objects", keyAction: "kms:GenerateDataKey" },
  { access: "delete", actions: ["s3:DeleteObject", "s3:DeleteObjectVersion"], on: "objects" },
  { access: "list", actions: ["s3:ListBucket", "s3:ListBucketVersions"], on: "bucket" },
  { access: "administer", actions: ["s3:PutBucketPolicy", "s3:DeleteBucketPolicy"], on: "bucket" },
];

interface KeyAccess {
  readonly access: KeyPath["access"];
  readonly actions: readonly string[];
}

/** https://docs.aws.amazon.com/kms/latest/developerguide/kms-api-permissions-reference.html */
export const KEY_ACCESS: readonly KeyAccess[] = [
  { access: "decrypt", actions: ["kms:Decrypt", "kms:ReEncryptFrom"] },
  { access: "encrypt", actions: ["kms:Encrypt", "kms:GenerateDataKey"] },
  { access: "administer", actions: ["kms:PutKeyPolicy"] },
  { access: "grant", actions: ["kms:CreateGrant"] },
];
