import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { Construct } from "constructs";
import type { Environment, Source } from "../../model/landscape/types";
import { replicationId } from "../../model/names";
import { type Alarm, alarmsOf } from "../../model/replication/alarms";

export interface ReplicationAlarmsProps {
  readonly environment: Environment;
  readonly source: Source;
  /** Who hears of an alarm and of its end. */
  readonly topicArn: string;
}

/** Alarms when a source's changes are late, its DMS instance is overloaded, or its log grows. */
export class ReplicationAlarms extends Construct {
  constructor(scope: Construct, id: string, { environment, source, topicArn }: ReplicationAlarmsProps) {
    super(scope, id);
    for (const alarm of alarmsOf(environment, source)) {
      new CloudwatchMetricAlarm(this, alarm.name, {
        alarmName: `${replicationId(environment, source)}-${alarm.name}`,
        alarmDescription: alarm.description,
        ...metric(alarm),
        evaluationPeriods: alarm.evaluationPeriods,
        threshold: alarm.threshold,
        comparisonOperator: alarm.comparison,
        treatMissingData: alarm.missing,
        alarmActions: [topicArn],
        okActions: [topicArn],
      });
    }
  }
}

/**
 * Without dimensions a query takes the largest value there is. DMS Serverless says nowhere which dimensions its metrics have.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Create_Metrics_Insights_Alarm.html
 */
function metric({ namespace, metric: name, dimensions, statistic, period }: Alarm) {
  if (Object.keys(dimensions).length > 0) return { namespace, metricName: name, dimensions, statistic, period };
  return {
    metricQuery: [{ id: "largest", expression: `SELECT MAX(${name}) FROM "${namespace}"`, period, returnData: true }],
  };
}
