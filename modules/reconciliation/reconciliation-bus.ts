import { CloudwatchEventBus } from "@cdktf/provider-aws/lib/cloudwatch-event-bus";
import { CloudwatchEventBusPolicy } from "@cdktf/provider-aws/lib/cloudwatch-event-bus-policy";
import { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule";
import { CloudwatchEventTarget } from "@cdktf/provider-aws/lib/cloudwatch-event-target";
import { Construct } from "constructs";
import { reconciliationName, reconciliationStarterName } from "../../model/names";
import { FIGURES, type Reporter, reportPolicy } from "../../model/policy/reconciliation";
import { serviceTrust } from "../../model/policy/trust";
import { ServiceRole } from "../role/service-role";

export interface ReconciliationBusProps extends Reporter {
  /** State machine that gets each event. */
  readonly workflowArn: string;
}

/** Where a source's figures arrive from the producer's account, and what they start. */
export class ReconciliationBus extends Construct {
  constructor(scope: Construct, id: string, { environment, producer, source, workflowArn }: ReconciliationBusProps) {
    super(scope, id);
    const name = reconciliationName(environment, source);
    const bus = new CloudwatchEventBus(this, "bus", { name });
    new CloudwatchEventBusPolicy(this, "policy", {
      eventBusName: bus.name,
      policy: reportPolicy({ environment, producer, source }),
    });
    const starter = new ServiceRole(this, "starter", {
      name: reconciliationStarterName(environment, source),
      description: `Starts the comparison of tables of ${source.name}`,
      trust: serviceTrust("events.amazonaws.com", environment.governance),
      statements: [{ Sid: "Start", Effect: "Allow", Action: "states:StartExecution", Resource: workflowArn }],
    });
    const rule = new CloudwatchEventRule(this, "rule", {
      name,
      description: `Figures of a table of ${source.name}`,
      eventBusName: bus.name,
      eventPattern: JSON.stringify({ source: [FIGURES], "detail-type": [source.name], account: [producer.id] }),
    });
    new CloudwatchEventTarget(this, "target", {
      rule: rule.name,
      eventBusName: bus.name,
      arn: workflowArn,
      roleArn: starter.arn,
      dependsOn: [starter.policy],
    });
  }
}
