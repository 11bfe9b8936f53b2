/** Exceptions to common controls that follow from how AWS or its Terraform provider work, for auditors to find in the JSON. */
import type { StandingWaiver } from "./landscape/waivers";

const OWNER = "platform engineering";

/** https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Managing.Backtrack.html */
export const NO_BACKTRACK: StandingWaiver = {
  control: "aurora-backtrack (FSBP RDS.14, CKV_AWS_326)",
  reason: "Aurora MySQL has no backtracking while it writes a binary log, which change capture needs",
  owner: OWNER,
  expires: "when change capture no longer reads the binary log",
};

export const NO_S3_ENDPOINT_KEY: StandingWaiver = {
  control: "dms-s3-endpoint-key (CKV_AWS_298)",
  reason:
    "kms_key_arn has no effect on an S3 endpoint and replaces it at every plan (hashicorp/terraform-provider-aws#32514); the files are encrypted by server_side_encryption_kms_key_id",
  owner: OWNER,
  expires: "with version 6 of the AWS provider",
};

export const ROTATION_BY_DEPLOYMENT: StandingWaiver = {
  control: "secret-rotation (FSBP SecretsManager.1, CKV2_AWS_57)",
  reason:
    "a new password must reach database and secret together and DMS must be restarted: credentialVersion of the landscape is raised instead",
  owner: OWNER,
  expires: "when DMS logs in with IAM authentication, which version 5 of the AWS provider cannot set",
};

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html */
export const NO_REPLICA_ACCESS_LOG: StandingWaiver = {
  control: "s3-access-logging (FSBP S3.9, CKV_AWS_18)",
  reason:
    "server access logs need a bucket in the same Region, and the log bucket is in the lake's; the audit trail records every read and write of the copy's objects",
  owner: OWNER,
  expires: "when the second Region has a log bucket",
};

export const NO_FUNCTION_NETWORK: StandingWaiver = {
  control: "lambda-in-vpc (CKV_AWS_117)",
  reason: "the function calls the Data API and Secrets Manager only; it never connects to the database",
  owner: OWNER,
  expires: "when the function needs a database driver",
};
