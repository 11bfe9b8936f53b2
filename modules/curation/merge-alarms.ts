import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { Construct } from "constructs";
import { alarmTopicArn } from "../../model/arns";
import { type MergeAlarm, mergeAlarms } from "../../model/curation/alarms";
import type { Environment, Source } from "../../model/landscape/types";
import { curationName } from "../../model/names";

/** Alarms when a source's merge fails, is late or silent; they go to the governance account's topic. */
export class MergeAlarms extends Construct {
  constructor(scope: Construct, id: string, environment: Environment, source: Source) {
    super(scope, id);
    const topic = alarmTopicArn(environment, environment.governance);
    for (const alarm of mergeAlarms(environment, source)) {
      new CloudwatchMetricAlarm(this, alarm.name, {
        alarmName: `${curationName(environment, source)}-${alarm.name}`,
        alarmDescription: alarm.description,
        ...metric(alarm),
        evaluationPeriods: alarm.evaluationPeriods,
        threshold: alarm.threshold,
        comparisonOperator: alarm.comparison,
        treatMissingData: alarm.missing,
        alarmActions: [topic],
        okActions: [topic],
      });
    }
  }
}

/** One metric is watched as it is; several by their sum, where a missing one counts nothing. */
function metric({ namespace, metrics, dimensions, statistic, period }: MergeAlarm) {
  const [only, ...others] = metrics;
  if (only !== undefined && others.length === 0) {
    return { namespace, metricName: only, dimensions: { ...dimensions }, statistic, period };
  }
  const parts = metrics.map((name, index) => ({
    id: `m${index}`,
    metric: { namespace, metricName: name, dimensions: { ...dimensions }, stat: statistic, period },
  }));
  const sum = parts.map(({ id }) => `FILL(${id}, 0)`).join(" + ");
  return { metricQuery: [{ id: "sum", expression: sum, label: "Runs", returnData: true }, ...parts] };
}
