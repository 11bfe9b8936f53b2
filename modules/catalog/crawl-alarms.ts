import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { Construct } from "constructs";
import { alarmTopicArn } from "../../model/arns";
import { crawlFailureMessage, crawlFailurePattern } from "../../model/lake/events";
import type { Environment, Source } from "../../model/landscape/types";
import { crawlDeadLetterQueueName, crawlerName, crawlFailureName } from "../../model/names";
import { EventAlarm } from "../watching/event-alarm";

export interface CrawlAlarmsProps {
  readonly environment: Environment;
  readonly source: Source;
}

/** Says when a source's crawler fails, or leaves events that it cannot read: its tables then no longer show what DMS writes. */
export class CrawlAlarms extends Construct {
  constructor(scope: Construct, id: string, { environment, source }: CrawlAlarmsProps) {
    super(scope, id);
    const topicArn = alarmTopicArn(environment, environment.governance);
    new EventAlarm(this, "failed", {
      name: crawlFailureName(environment, source),
      description: `The crawler of ${source.name} failed: docs/drift.md says what to do`,
      pattern: crawlFailurePattern(crawlerName(environment, source)),
      message: crawlFailureMessage,
      topicArn,
    });
    const deadLetters = crawlDeadLetterQueueName(environment, source);
    new CloudwatchMetricAlarm(this, "dead-letters", {
      alarmName: deadLetters,
      alarmDescription: `The crawler of ${source.name} could not read events of new files: docs/drift.md says what to do`,
      namespace: "AWS/SQS",
      metricName: "ApproximateNumberOfMessagesVisible",
      dimensions: { QueueName: deadLetters },
      statistic: "Maximum",
      period: 300,
      evaluationPeriods: 1,
      comparisonOperator: "GreaterThanThreshold",
      threshold: 0,
      treatMissingData: "notBreaching",
      alarmActions: [topicArn],
    });
  }
}
