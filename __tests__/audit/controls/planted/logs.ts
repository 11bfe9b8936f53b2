import { add, type Planted, remove, set } from "./edit";

const stack = "prod-governance-trail";
const TRAIL = ["aws_cloudtrail", "trail"] as const;

export const LOGS: readonly Planted[] = [
  { control: "trail-encrypted", stack, edit: set(...TRAIL, "kms_key_id", undefined), found: TRAIL },
  { control: "trail-complete", stack, edit: set(...TRAIL, "enable_log_file_validation", false), found: TRAIL },
  {
    control: "trail-locked",
    stack,
    edit: set("aws_s3_bucket_object_lock_configuration", "log", "rule.default_retention.days", 30),
    found: TRAIL,
  },
  {
    control: "log-groups-declared",
    stack: "prod-lending-source-loans",
    edit: remove("aws_cloudwatch_log_group", "aurora_log-audit"),
    found: ["aws_rds_cluster", "aurora_cluster"],
  },
  {
    control: "log-groups-declared",
    stack: "prod-governance-catalog-loans",
    edit: remove("aws_cloudwatch_log_group", "crawler_security_logs"),
    found: ["aws_glue_crawler", "crawler"],
  },
  {
    control: "log-groups-declared",
    stack: "prod-governance-catalog-loans",
    edit: set("aws_lambda_function", "evolution_function", "logging_config", { log_group: "/other" }),
    found: ["aws_lambda_function", "evolution_function"],
  },
  {
    control: "workflow-logged",
    stack,
    edit: add("aws_sfn_state_machine", "other", { definition: "{}" }),
    found: ["aws_sfn_state_machine", "other"],
  },
  {
    control: "query-logged",
    stack,
    edit: set("aws_athena_workgroup", "auditors", "configuration.publish_cloudwatch_metrics_enabled", false),
    found: ["aws_athena_workgroup", "auditors"],
  },
];
