import type { Rights } from "./right";

const part = (read: string, ...write: readonly string[]) => [{ on: "buckets" as const, read: [read], write }];

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html */
export const S3: Rights = {
  // The provider reads the bucket's older settings too, whether they are managed or not.
  aws_s3_bucket: [
    {
      on: "buckets",
      read: [
        "s3:GetAccelerateConfiguration",
        "s3:GetBucketAcl",
        "s3:GetBucketCORS",
        "s3:GetBucketLocation",
        "s3:GetBucketLogging",
        "s3:GetBucketObjectLockConfiguration",
        "s3:GetBucketPolicy",
        "s3:GetBucketRequestPayment",
        "s3:GetBucketTagging",
        "s3:GetBucketVersioning",
        "s3:GetBucketWebsite",
        "s3:GetEncryptionConfiguration",
        "s3:GetLifecycleConfiguration",
        "s3:GetReplicationConfiguration",
        "s3:ListBucket",
      ],
      write: ["s3:CreateBucket", "s3:DeleteBucket", "s3:PutBucketTagging", "s3:PutBucketObjectLockConfiguration"],
    },
  ],
  aws_s3_bucket_lifecycle_configuration: part("s3:GetLifecycleConfiguration", "s3:PutLifecycleConfiguration"),
  aws_s3_bucket_logging: part("s3:GetBucketLogging", "s3:PutBucketLogging"),
  aws_s3_bucket_notification: part("s3:GetBucketNotification", "s3:PutBucketNotification"),
  aws_s3_bucket_object_lock_configuration: part(
    "s3:GetBucketObjectLockConfiguration",
    "s3:PutBucketObjectLockConfiguration",
  ),
  aws_s3_bucket_ownership_controls: part("s3:GetBucketOwnershipControls", "s3:PutBucketOwnershipControls"),
  aws_s3_bucket_policy: part("s3:GetBucketPolicy", "s3:PutBucketPolicy", "s3:DeleteBucketPolicy"),
  aws_s3_bucket_public_access_block: part("s3:GetBucketPublicAccessBlock", "s3:PutBucketPublicAccessBlock"),
  aws_s3_bucket_server_side_encryption_configuration: part(
    "s3:GetEncryptionConfiguration",
    "s3:PutEncryptionConfiguration",
  ),
  aws_s3_bucket_replication_configuration: [
    {
      on: "buckets",
      read: ["s3:GetReplicationConfiguration"],
      write: ["s3:PutReplicationConfiguration"],
      passRoleTo: ["s3.amazonaws.com"],
    },
  ],
  aws_s3_bucket_versioning: part("s3:GetBucketVersioning", "s3:PutBucketVersioning"),
  aws_s3_account_public_access_block: [
    { on: "account", read: ["s3:GetAccountPublicAccessBlock"], write: ["s3:PutAccountPublicAccessBlock"] },
  ],
};
