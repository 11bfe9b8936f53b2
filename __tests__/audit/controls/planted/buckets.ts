import { add, type Planted, remove, set, statement } from "./edit";

const stack = "prod-governance-storage-loans";
const RAW = ["aws_s3_bucket", "raw_bucket"] as const;

export const BUCKETS: readonly Planted[] = [
  {
    control: "bucket-encrypted",
    stack,
    edit: set(
      "aws_s3_bucket_server_side_encryption_configuration",
      "raw",
      "rule.0.apply_server_side_encryption_by_default",
      {
        sse_algorithm: "AES256",
      },
    ),
    found: RAW,
  },
  { control: "bucket-not-public", stack, edit: remove("aws_s3_bucket_public_access_block", "raw"), found: RAW },
  {
    control: "bucket-not-public",
    stack,
    edit: set("aws_s3_bucket_public_access_block", "raw", "restrict_public_buckets", false),
    found: RAW,
  },
  {
    control: "bucket-no-acl",
    stack,
    edit: set("aws_s3_bucket_ownership_controls", "raw", "rule.object_ownership", "BucketOwnerPreferred"),
    found: RAW,
  },
  {
    control: "bucket-tls",
    stack,
    edit: statement("aws_s3_bucket_policy", "raw", "DenyPlainHttp", (found) => {
      found["Condition"] = { Bool: { "aws:SecureTransport": "true" } };
    }),
    found: RAW,
  },
  {
    control: "bucket-tls",
    stack,
    edit: statement("aws_s3_bucket_policy", "raw", "DenyPlainHttp", (found) => {
      found["Action"] = "s3:GetObject";
    }),
    found: RAW,
  },
  { control: "bucket-access-logged", stack, edit: remove("aws_s3_bucket_logging", "raw"), found: RAW },
  {
    control: "bucket-versioned",
    stack,
    edit: set("aws_s3_bucket_versioning", "raw", "versioning_configuration.status", "Suspended"),
    found: RAW,
  },
  {
    control: "bucket-lifecycle",
    stack,
    edit: set("aws_s3_bucket_lifecycle_configuration", "raw", "rule.0.noncurrent_version_expiration", undefined),
    found: RAW,
  },
  { control: "bucket-keeps-objects", stack, edit: set("aws_s3_bucket", "raw", "force_destroy", true), found: RAW },
  {
    control: "destroy-protection",
    stack,
    edit: set("aws_s3_bucket", "raw", "lifecycle", undefined),
    found: RAW,
  },
  {
    control: "account-not-public",
    stack,
    edit: add("aws_s3_account_public_access_block", "block", { block_public_acls: true, block_public_policy: true }),
    found: ["aws_s3_account_public_access_block", "block"],
  },
  {
    control: "no-everybody",
    stack,
    edit: statement("aws_s3_bucket_policy", "raw", "WriterObjects", (found) => {
      found["Principal"] = "*";
      delete found["Condition"];
    }),
    found: ["aws_s3_bucket_policy", "raw"],
  },
  {
    control: "cross-account-narrowed",
    stack,
    edit: statement("aws_s3_bucket_policy", "raw", "WriterObjects", (found) => {
      found["Condition"] = { StringEquals: { "aws:PrincipalOrgID": "o-exampleorg1" } };
    }),
    found: ["aws_s3_bucket_policy", "raw"],
  },
  {
    control: "trust-known-accounts",
    stack,
    edit: statement("aws_kms_key", "raw", "Inspection", (found) => {
      found["Principal"] = { AWS: "arn:aws:iam::999988887777:root" };
    }),
    found: ["aws_kms_key", "raw"],
  },
  {
    control: "service-narrowed",
    stack: "prod-governance-lake",
    edit: statement("aws_s3_bucket_policy", "access-logs", "ServerAccessLogs", (found) => {
      delete found["Condition"];
    }),
    found: ["aws_s3_bucket_policy", "access-logs"],
  },
];
