import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { Construct } from "constructs";
import { alarmTopicArn } from "../../model/arns";
import { NAMESPACE, sourceDimensions } from "../../model/curation/metrics";
import { isExisting } from "../../model/landscape/kinds";
import type { Environment, Source } from "../../model/landscape/types";
import { reconciliationName } from "../../model/names";
import { CROSSED, DIFFERS } from "../../model/reconciliation/workflow";

const SECONDS_PER_DAY = 86_400;

/** One difference may be a row on its way; two of three days are not. */
const DAYS = 3;
const DAYS_TO_ALARM = 2;

/**
 * Says which table differs from its source, and for clusters also when nobody has compared it; and which has rows that a
 * condition should have kept out.
 */
export class ReconciliationAlarms extends Construct {
  constructor(scope: Construct, id: string, environment: Environment, source: Source) {
    super(scope, id);
    const topic = alarmTopicArn(environment, environment.governance);
    for (const { name } of source.tables) {
      new CloudwatchMetricAlarm(this, name, {
        alarmName: `${reconciliationName(environment, source)}-${name}`,
        alarmDescription: `Table ${name} of ${source.name} differs from the source, or was not compared: docs/reconciliation.md says what to do`,
        namespace: NAMESPACE,
        metricName: DIFFERS,
        dimensions: { ...sourceDimensions(environment, source), Table: name },
        statistic: "Maximum",
        period: SECONDS_PER_DAY,
        evaluationPeriods: DAYS,
        datapointsToAlarm: DAYS_TO_ALARM,
        comparisonOperator: "GreaterThanThreshold",
        threshold: 0,
        // The bank itself asks a database that exists already, if it does.
        treatMissingData: isExisting(source) ? "notBreaching" : "breaching",
        alarmActions: [topic],
        okActions: [topic],
      });
    }
    for (const { name, onlyRows = [] } of source.tables) {
      if (onlyRows.length === 0) continue;
      const columns = [...new Set(onlyRows.map(({ column }) => column))].join(", ");
      new CloudwatchMetricAlarm(this, `${name}-crossed`, {
        alarmName: `${reconciliationName(environment, source)}-${name}-crossed`,
        alarmDescription: `Rows of ${name} of ${source.name} are in the lake although they do not meet onlyRows: a value of ${columns} has changed, against the contract: docs/reconciliation.md says what to do`,
        namespace: NAMESPACE,
        metricName: CROSSED,
        dimensions: { ...sourceDimensions(environment, source), Table: name },
        statistic: "Maximum",
        period: SECONDS_PER_DAY,
        evaluationPeriods: 1,
        comparisonOperator: "GreaterThanThreshold",
        threshold: 0,
        // It is reported where it happens, and nowhere else.
        treatMissingData: "notBreaching",
        alarmActions: [topic],
        okActions: [topic],
      });
    }
  }
}
