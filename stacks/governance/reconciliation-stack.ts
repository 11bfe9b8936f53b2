import type { Construct } from "constructs";
import type { Environment, ProducerAccount, Source } from "../../model/landscape/types";
import { ReconciliationAlarms } from "../../modules/reconciliation/reconciliation-alarms";
import { ReconciliationBus } from "../../modules/reconciliation/reconciliation-bus";
import { ReconciliationWorkflow } from "../../modules/reconciliation/reconciliation-workflow";
import { LandingStack } from "../landing-stack";

/** Governance's side of the daily comparison of one source with its current-state tables. */
export class GovernanceReconciliationStack extends LandingStack {
  constructor(scope: Construct, environment: Environment, producer: ProducerAccount, source: Source) {
    super(scope, { environment, account: environment.governance, concern: "reconciliation", subject: source.name });
    const workflow = new ReconciliationWorkflow(this, "workflow", { environment, source });
    new ReconciliationBus(this, "figures", { environment, producer, source, workflowArn: workflow.arn });
    new ReconciliationAlarms(this, "alarms", environment, source);
  }
}
