import { type Control, eachResource } from "../check/control";
import { fail, PASS } from "../check/judge";
import { blocks, isBlock } from "../output/json";
import type { Resource } from "../output/types";

const METRICS = ["CDCLatencySource", "CDCLatencyTarget"];

/** A query over all tasks of the account: DMS Serverless says nowhere which dimensions its metrics have. */
const OF_ALL = /^SELECT MAX\((\w+)\) FROM "AWS\/DMS"$/;

/** Metrics that an alarm watches for a task, by its id; by a query only where the alarm lies with the task. */
function metricsOf({ stack, body }: Resource, task: Resource, id: unknown): readonly string[] {
  const dimensions = isBlock(body["dimensions"]) ? Object.values(body["dimensions"]) : [];
  if (body["namespace"] === "AWS/DMS" && dimensions.includes(id)) return [String(body["metric_name"])];
  const queries = stack === task.stack ? blocks(body["metric_query"]) : [];
  return queries.flatMap(({ expression }) => {
    const metric = OF_ALL.exec(String(expression))?.[1];
    return metric === undefined ? [] : [metric];
  });
}

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
        .filter(({ stack, account }) => stack === task.stack || account === task.account)
        .flatMap((alarm) => metricsOf(alarm, task, id)),
    );
    const missing = METRICS.filter((metric) => !watched.has(metric));
    return missing.length === 0 ? PASS : fail(`no alarm watches ${missing.join(", ")} of ${String(id)}`);
  }),
};
