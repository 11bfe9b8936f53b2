import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { Construct } from "constructs";
import { NOBODY_TO_TELL } from "../../model/standing-waivers";
import { recordWaivers } from "../terraform/waived";

const SECONDS_PER_DAY = 86_400;
const BYTES_PER_GIB = 1024 ** 3;

/** Athena charges for what a query has scanned until it ended, however it ended. */
const STATES = ["SUCCEEDED", "FAILED", "CANCELED"] as const;

export interface ScanAlarmProps {
  readonly workgroup: string;
  /** GiB that all queries of a day may scan. */
  readonly dailyGb: number;
  /** ARN of the SNS topic that hears of the alarm; nobody does if left out. */
  readonly topic?: string;
}

/**
 * An alarm when a workgroup's queries have scanned too much in a day: many small queries pass the limit per query.
 * https://docs.aws.amazon.com/athena/latest/ug/query-metrics-viewing.html
 */
export class ScanAlarm extends Construct {
  constructor(scope: Construct, id: string, { workgroup, dailyGb, topic }: ScanAlarmProps) {
    super(scope, id);
    const alarm = new CloudwatchMetricAlarm(this, "alarm", {
      alarmName: `${workgroup}-scanned-bytes`,
      alarmDescription: `Queries of ${workgroup} have scanned more than ${dailyGb} GiB in a day`,
      comparisonOperator: "GreaterThanThreshold",
      evaluationPeriods: 1,
      threshold: dailyGb * BYTES_PER_GIB,
      treatMissingData: "notBreaching",
      ...(topic === undefined ? {} : { alarmActions: [topic] }),
      metricQuery: [
        {
          id: "scanned",
          expression: `SUM([${STATES.map((state) => `FILL(${state.toLowerCase()}, 0)`).join(", ")}])`,
          label: "Bytes scanned",
          returnData: true,
        },
        ...STATES.map((state) => ({
          id: state.toLowerCase(),
          metric: {
            namespace: "AWS/Athena",
            metricName: "ProcessedBytes",
            dimensions: { QueryState: state, QueryType: "DML", WorkGroup: workgroup },
            period: SECONDS_PER_DAY,
            stat: "Sum",
          },
        })),
      ],
    });
    if (topic === undefined) recordWaivers(alarm, [NOBODY_TO_TELL]);
  }
}
