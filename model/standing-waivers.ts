/**
 * Exceptions to common controls that follow from how AWS or its Terraform provider work, or from a decision, for auditors
 * to find in the JSON. Rules are ids of docs/controls.md and of checkov.
 */
import type { StandingWaiver } from "./landscape/waivers";

const OWNER = "platform engineering";

/** Decided anew every year; an audit fails from the day after. */
const EXPIRES = "2027-11-30";

const standing = (rules: readonly string[], reason: string): StandingWaiver => ({
  rules,
  reason,
  owner: OWNER,
  expires: EXPIRES,
});

/** https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Managing.Backtrack.html */
export const NO_BACKTRACK = standing(
  ["aurora-backtrack", "CKV_AWS_326"],
  "Aurora MySQL has no backtracking while it writes a binary log, which change capture needs",
);

export const OWN_BACKUPS = standing(
  ["CKV2_AWS_8"],
  "Aurora keeps backups of its own for 14 days and a last snapshot; a plan of AWS Backup is for the account's owner",
);

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalarn */
export const ROOT_WITH_CONDITION = standing(
  ["CKV_AWS_61"],
  "checkov reads an account's root as everybody in it; each trust names the one role that it means, and its organization, in a condition",
);

export const NO_STATEMENT_LOG = standing(
  ["CKV2_AWS_27"],
  "a log of all statements would hold values of customers' rows, outside of classification and row filters",
);

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html */
export const NO_REPLICA_ACCESS_LOG = standing(
  ["bucket-access-logged", "CKV_AWS_18"],
  "server access logs need a bucket in the same Region, and the log bucket is in the lake's; the audit trail records every read and write of the copy's objects",
);

export const NO_S3_ENDPOINT_KEY = standing(
  ["CKV_AWS_298"],
  "kms_key_arn has no effect on an S3 endpoint and replaces it at every plan (hashicorp/terraform-provider-aws#32514); the files are encrypted by server_side_encryption_kms_key_id",
);

export const NETWORK_OF_OTHERS = standing(
  ["no-open-egress"],
  "where the endpoints of an existing network are is not known here, so DMS may reach port 443 wherever the network's own routes and firewalls lead",
);

export const ROTATION_BY_DEPLOYMENT = standing(
  ["secret-rotation", "CKV2_AWS_57"],
  "a new password must reach database and secret together and DMS must be restarted: credentialVersion of the landscape is raised instead, until the provider can give DMS an IAM login",
);

export const DEPLOYMENT_FUNCTION = standing(
  ["lambda-in-vpc", "CKV_AWS_50", "CKV_AWS_115", "CKV_AWS_116", "CKV_AWS_117", "CKV_AWS_272"],
  "Terraform calls the function once per deployment and waits for its answer: no queue of failures, no load to limit or trace; it uses public APIs of AWS only, and its code is part of the reviewed stack, by its hash",
);

export const NIGHTLY_FUNCTION = standing(
  ["lambda-in-vpc", "CKV_AWS_50", "CKV_AWS_115", "CKV_AWS_116", "CKV_AWS_117", "CKV_AWS_272"],
  "the function runs once a night; when it fails, figures are missing and an alarm says so, so a queue of failures would say it twice; it uses public APIs of AWS only, and its code is part of the reviewed stack, by its hash",
);

export const ONE_REGION = standing(
  ["CKV_AWS_144"],
  "data stays in one Region by decision; versions guard against deletion, and the sources can be loaded again",
);

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html */
export const ACCESS_LOG_BUCKET = standing(
  ["bucket-encrypted", "CKV_AWS_18", "CKV_AWS_145"],
  "S3 delivers server access logs to buckets with its own keys only, and a log of the log's own delivery would never end",
);

export const NO_ACCESS_LOG = standing(
  ["bucket-access-logged", "CKV_AWS_18"],
  "a consumer account has no bucket for access logs; results are read by one team's role only and end after days, and the query history says who asked what",
);

export const CONSUMERS_READ_CATALOG = standing(
  ["cross-account-narrowed"],
  "any role of a consumer account may need table definitions, which Lake Formation decides on; the key is used through Glue and by the organization only",
);

export const TRAIL_IN_S3 = standing(
  ["CKV_AWS_252", "CKV2_AWS_10"],
  "auditors query the trail's files by Athena minutes later; nobody reads a topic or log group of every object that is read",
);

export const SCHEDULE_WITHOUT_DATA = standing(
  ["CKV_AWS_297"],
  "the schedule holds no data but which window to merge or which secret to use, so a key would protect nothing",
);

export const NOBODY_TO_TELL = standing(
  ["alarm-heard"],
  "the consumer account has named no topic; alarmTopic in its file under accounts/ names one",
);

export const NO_STATE_ACCESS_LOG = standing(
  ["bucket-access-logged", "CKV_AWS_18"],
  "states are there before any bucket for logs; the state role alone reads them, and every use of their key is in the trail",
);

export const LIMIT_ONLY = standing(
  ["CKV2_AWS_40"],
  "the policy is a permissions boundary: it grants nothing, and what the roles may do of IAM stands in their own policies",
);
