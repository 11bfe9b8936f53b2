import { type Planted, set, statement } from "./edit";

const stack = "prod-governance-storage-loans";
const RAW = ["aws_kms_key", "raw_key"] as const;

export const KEYS: readonly Planted[] = [
  { control: "key-rotation", stack, edit: set("aws_kms_key", "raw", "enable_key_rotation", false), found: RAW },
  { control: "key-deletion-window", stack, edit: set("aws_kms_key", "raw", "deletion_window_in_days", 7), found: RAW },
  { control: "key-policy-given", stack, edit: set("aws_kms_key", "raw", "policy", undefined), found: RAW },
  {
    control: "key-administration-apart",
    stack,
    edit: statement("aws_kms_key", "raw", "Administration", (found) => {
      found["Action"] = "kms:*";
    }),
    found: RAW,
  },
  {
    control: "cross-account-narrowed",
    stack,
    edit: statement("aws_kms_key", "raw", "WriterThroughS3", (found) => {
      delete found["Condition"];
    }),
    found: RAW,
  },
  {
    control: "destroy-protection",
    stack,
    edit: set("aws_kms_key", "raw", "lifecycle.prevent_destroy", false),
    found: RAW,
  },
  {
    control: "log-group-encrypted",
    stack: "prod-lending-network",
    edit: set("aws_cloudwatch_log_group", "flow-logs", "kms_key_id", undefined),
    found: ["aws_cloudwatch_log_group", "flow-logs"],
  },
  {
    control: "message-encrypted",
    stack: "prod-lending-monitoring",
    edit: set("aws_sns_topic", "alarms", "kms_master_key_id", "alias/aws/sns"),
    found: ["aws_sns_topic", "alarms"],
  },
  {
    control: "secret-encrypted",
    stack: "prod-lending-credentials",
    edit: set("aws_secretsmanager_secret", "loans", "kms_key_id", undefined),
    found: ["aws_secretsmanager_secret", "loans"],
  },
  {
    control: "catalog-encrypted",
    stack: "prod-governance-lake",
    edit: set(
      "aws_glue_data_catalog_encryption_settings",
      "catalog",
      "data_catalog_encryption_settings.encryption_at_rest.catalog_encryption_mode",
      "DISABLED",
    ),
    found: ["aws_glue_data_catalog_encryption_settings", "catalog"],
  },
  {
    control: "query-results-encrypted",
    stack: "prod-risk-analytics",
    edit: set("aws_athena_workgroup", "risk", "configuration.enforce_workgroup_configuration", false),
    found: ["aws_athena_workgroup", "risk"],
  },
];
