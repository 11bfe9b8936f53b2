import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { SfnStateMachine } from "@cdktf/provider-aws/lib/sfn-state-machine";
import { Construct } from "constructs";
import { type MergeItem, mergeWorkflow } from "../../model/curation/merge-workflow";
import type { Environment, Source } from "../../model/landscape/types";
import { curationName, mergeLogGroupName } from "../../model/names";
import type { ServiceRole } from "../role/service-role";

/** Seconds that Step Functions uses one data key; the least calls of KMS. */
const DATA_KEY_SECONDS = 900;

export interface MergeWorkflowProps {
  readonly environment: Environment;
  readonly source: Source;
  readonly role: ServiceRole;
  readonly keyArn: string;
  readonly items: readonly MergeItem[];
}

/** The state machine that merges a source's changes: encrypted, traced, every step logged. */
export class MergeWorkflow extends Construct {
  public readonly arn: string;

  constructor(scope: Construct, id: string, { environment, source, role, keyArn, items }: MergeWorkflowProps) {
    super(scope, id);
    const name = curationName(environment, source);
    const logs = new CloudwatchLogGroup(this, "logs", {
      name: mergeLogGroupName(environment, source),
      kmsKeyId: keyArn,
      retentionInDays: environment.governance.logRetentionDays,
    });
    this.arn = new SfnStateMachine(this, "machine", {
      name,
      type: "STANDARD",
      roleArn: role.arn,
      definition: mergeWorkflow({ environment, source, workgroup: name, stateTable: name, items }),
      encryptionConfiguration: {
        type: "CUSTOMER_MANAGED_KMS_KEY",
        kmsKeyId: keyArn,
        kmsDataKeyReusePeriodSeconds: DATA_KEY_SECONDS,
      },
      loggingConfiguration: { level: "ALL", includeExecutionData: true, logDestination: `${logs.arn}:*` },
      tracingConfiguration: { enabled: true },
      dependsOn: [role.policy],
    }).arn;
  }
}
