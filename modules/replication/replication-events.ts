import { DmsEventSubscription } from "@cdktf/provider-aws/lib/dms-event-subscription";
import { Construct } from "constructs";
import type { Environment, ProducerAccount } from "../../model/landscape/types";

/**
 * Events that somebody must hear of. A task with a suspended table counts as running, so settings make a task stop instead,
 * and its stop is a state change.
 * https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Events.html
 */
const CATEGORIES = {
  "replication-instance": ["failover", "failure", "low storage", "maintenance"],
  "replication-task": ["configuration change", "deletion", "failure", "state change"],
} as const;

export interface ReplicationEventsProps {
  readonly environment: Environment;
  readonly producer: ProducerAccount;
  readonly topicArn: string;
}

/** Tells the topic what happens to the instances and tasks of an account, those that do not exist yet included. */
export class ReplicationEvents extends Construct {
  constructor(scope: Construct, id: string, { environment, producer, topicArn }: ReplicationEventsProps) {
    super(scope, id);
    for (const [sourceType, eventCategories] of Object.entries(CATEGORIES)) {
      new DmsEventSubscription(this, sourceType, {
        name: `${environment.name}-${producer.name}-${sourceType}`,
        sourceType,
        eventCategories: [...eventCategories],
        snsTopicArn: topicArn,
        enabled: true,
      });
    }
  }
}
