import { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule";
import {
  CloudwatchEventTarget,
  type CloudwatchEventTargetInputTransformer,
} from "@cdktf/provider-aws/lib/cloudwatch-event-target";
import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { Construct } from "constructs";
import type { EventPattern } from "../../model/lake/events";

export interface EventAlarmProps {
  /** Of the rule and of the alarm. */
  readonly name: string;
  readonly description: string;
  readonly pattern: EventPattern;
  /** What the topic hears of each event. */
  readonly message: CloudwatchEventTargetInputTransformer;
  readonly topicArn: string;
}

/**
 * An alarm on an event that should never happen, and a message about each. The alarm watches the rule, not the delivery of
 * its messages: AWS's own pages disagree about topic policies with conditions, and an alarm must not depend on that.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-monitoring.html
 */
export class EventAlarm extends Construct {
  constructor(scope: Construct, id: string, { name, description, pattern, message, topicArn }: EventAlarmProps) {
    super(scope, id);
    const rule = new CloudwatchEventRule(this, "rule", { name, description, eventPattern: JSON.stringify(pattern) });
    new CloudwatchEventTarget(this, "message", { rule: rule.name, arn: topicArn, inputTransformer: message });
    new CloudwatchMetricAlarm(this, "alarm", {
      alarmName: name,
      alarmDescription: description,
      namespace: "AWS/Events",
      metricName: "TriggeredRules",
      dimensions: { RuleName: rule.name },
      statistic: "Sum",
      period: 60,
      evaluationPeriods: 1,
      comparisonOperator: "GreaterThanThreshold",
      threshold: 0,
      treatMissingData: "notBreaching",
      alarmActions: [topicArn],
    });
  }
}
