import { type Control, eachResource } from "../check/control";
import { all, fail, PASS, wants } from "../check/judge";
import { fsbp } from "../check/references";
import { texts } from "../output/json";

export const alarmHeard: Control = {
  id: "alarm-heard",
  sentence: "Every alarm tells somebody.",
  reason: "An alarm without an action is red on a page that nobody opens.",
  remedy: "set alarm_actions, and leave actions_enabled out",
  severity: "medium",
  references: fsbp("CloudWatch.15", "CloudWatch.17"),
  check: eachResource(["aws_cloudwatch_metric_alarm", "aws_cloudwatch_composite_alarm"], ({ body }) =>
    all(
      texts(body["alarm_actions"]).length > 0 ? PASS : fail("alarm_actions is empty"),
      wants(
        "actions_enabled",
        body["actions_enabled"],
        (value) => value === undefined || value === true || value === "true",
      ),
    ),
  ),
};
