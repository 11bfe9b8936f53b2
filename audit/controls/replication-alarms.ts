import { type Control, eachResource } from "../check/control";
import { fail, PASS } from "../check/judge";
import { isBlock } from "../output/json";

const METRICS = ["CDCLatencySource", "CDCLatencyTarget"];

export const replicationAlarms: Control = {
  id: "replication-alarms",
  sentence: "Somebody hears when replication falls behind, at the source and at the target.",
  reason: "A task that lags for longer than the source keeps its log must load everything again.",
  remedy: "add aws_cloudwatch_metric_alarm of CDCLatencySource and CDCLatencyTarget for the task",
  severity: "medium",
  references: [],
  check: eachResource(["aws_dms_replication_task", "aws_dms_replication_config"], (task, world) => {
    const id = task.body["replication_task_id"] ?? task.body["replication_config_identifier"];
    const watched = new Set(
      world
        .of("aws_cloudwatch_metric_alarm")
        .filter(({ stack, account, body }) => {
          const dimensions = isBlock(body["dimensions"]) ? Object.values(body["dimensions"]) : [];
          return (
            (stack === task.stack || account === task.account) &&
            body["namespace"] === "AWS/DMS" &&
            dimensions.includes(id)
          );
        })
        .map(({ body }) => String(body["metric_name"])),
    );
    const missing = METRICS.filter((metric) => !watched.has(metric));
    return missing.length === 0 ? PASS : fail(`no alarm watches ${missing.join(", ")} of ${String(id)}`);
  }),
};
