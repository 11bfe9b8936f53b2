import { block } from "../../../support/json";
import { both, inside, type Planted, remove, set } from "./edit";

const stack = "prod-lending-replication-loans";
const LAKE = ["aws_dms_s3_endpoint", "lake_endpoint"] as const;
const SOURCE = ["aws_dms_endpoint", "source_endpoint"] as const;
const INSTANCE = ["aws_dms_replication_instance", "provisioned_dms_instance"] as const;
const TASK = ["aws_dms_replication_task", "provisioned_replication_task"] as const;

export const REPLICATION: readonly Planted[] = [
  { control: "replication-encrypted", stack, edit: set(...LAKE, "encryption_mode", "SSE_S3"), found: LAKE },
  { control: "replication-encrypted", stack, edit: set(...INSTANCE, "kms_key_arn", undefined), found: INSTANCE },
  { control: "replication-tls", stack, edit: set(...SOURCE, "ssl_mode", "none"), found: SOURCE },
  { control: "no-public-endpoint", stack, edit: set(...INSTANCE, "publicly_accessible", undefined), found: INSTANCE },
  { control: "replication-multi-az", stack, edit: set(...INSTANCE, "multi_az", false), found: INSTANCE },
  {
    control: "minor-upgrades",
    stack,
    edit: set(...INSTANCE, "auto_minor_version_upgrade", undefined),
    found: INSTANCE,
  },
  {
    control: "replication-logged",
    stack,
    edit: inside(...TASK, "replication_task_settings", (settings) => {
      settings["Logging"] = { ...block(settings["Logging"]), EnableLogging: false };
    }),
    found: TASK,
  },
  {
    control: "dms-whole-settings",
    stack,
    edit: inside(...TASK, "replication_task_settings", (settings) => {
      delete settings["ErrorBehavior"];
    }),
    found: TASK,
  },
  {
    control: "replication-alarms",
    stack,
    edit: both(
      remove("aws_cloudwatch_metric_alarm", "alarms_CDCLatencyTarget_"),
      remove("aws_cloudwatch_metric_alarm", "alarms_CDCLatencyTarget-critical"),
    ),
    found: TASK,
  },
  {
    control: "alarm-heard",
    stack,
    edit: set("aws_cloudwatch_metric_alarm", "alarms_CPU", "alarm_actions", []),
    found: ["aws_cloudwatch_metric_alarm", "alarms_CPU"],
  },
  {
    control: "dms-no-endpoint-key",
    stack,
    edit: set(...LAKE, "kms_key_arn", "${data.aws_kms_key.key.arn}"),
    found: LAKE,
  },
  { control: "dms-no-glue-catalog", stack, edit: set(...LAKE, "glue_catalog_generation", true), found: LAKE },
  { control: "dms-bucket-owner", stack, edit: set(...LAKE, "expected_bucket_owner", undefined), found: LAKE },
];
