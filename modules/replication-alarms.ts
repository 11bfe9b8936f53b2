import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { Construct } from "constructs";
import type { Environment, Source } from "../model/landscape/types";
import { replicationId } from "../model/names";

/** Seconds of lag after which the freshness of the lake is in danger. */
const LAG_SECONDS = 300;

const METRICS = ["CDCLatencySource", "CDCLatencyTarget"];

export interface ReplicationAlarmsProps {
  readonly environment: Environment;
  readonly source: Source;
}

/**
 * Alarms when changes are read or written late, or when the task says nothing.
 * https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Monitoring.html
 */
export class ReplicationAlarms extends Construct {
  constructor(scope: Construct, id: string, { environment, source }: ReplicationAlarmsProps) {
    super(scope, id);
    const name = replicationId(environment, source);
    for (const metricName of METRICS) {
      new CloudwatchMetricAlarm(this, metricName, {
        alarmName: `${name}-${metricName}`,
        alarmDescription: `${metricName} of ${source.name} above ${LAG_SECONDS} seconds`,
        namespace: "AWS/DMS",
        metricName,
        dimensions: { ReplicationInstanceIdentifier: name, ReplicationTaskIdentifier: name },
        statistic: "Maximum",
        period: 60,
        evaluationPeriods: 3,
        threshold: LAG_SECONDS,
        comparisonOperator: "GreaterThanThreshold",
        treatMissingData: "breaching",
      });
    }
  }
}
