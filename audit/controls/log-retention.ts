import { type Control, eachResource } from "../check/control";
import { wants } from "../check/judge";
import { fsbp } from "../check/references";

const DAYS = 365;

export const logRetention: Control = {
  id: "log-retention",
  sentence: "Every log group says how long it keeps its events: a year or more.",
  reason: "Questions about an access come months later; kept for ever, logs break rules on personal data.",
  remedy: "set retention_in_days to 365 or more",
  severity: "medium",
  references: fsbp("CloudWatch.16"),
  check: eachResource(["aws_cloudwatch_log_group"], ({ body }) =>
    wants("retention_in_days", body["retention_in_days"], (days) => Number(days) >= DAYS),
  ),
};
