import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { DataAwsKmsKey } from "@cdktf/provider-aws/lib/data-aws-kms-key";
import { SfnStateMachine } from "@cdktf/provider-aws/lib/sfn-state-machine";
import { Construct } from "constructs";
import { NAMESPACE } from "../../model/curation/metrics";
import type { Environment, Source } from "../../model/landscape/types";
import {
  catalogKeyAlias,
  curatedDatabase,
  reconciliationLogGroupName,
  reconciliationName,
  reconciliationResultsBucketName,
  zoneKeyAlias,
} from "../../model/names";
import { queryStatements } from "../../model/policy/athena";
import { OBSERVED } from "../../model/policy/state-machine";
import { serviceTrust } from "../../model/policy/trust";
import { reconciliationWorkflow } from "../../model/reconciliation/workflow";
import { GrantChain } from "../access/grant-chain";
import { QueryResults } from "../analytics/query-results";
import { QueryWorkgroup } from "../analytics/query-workgroup";
import { ServiceRole } from "../role/service-role";

/** Results are a count and a checksum; they are kept as long as somebody may ask about a difference. */
const RESULT_DAYS = 30;

export interface ReconciliationWorkflowProps {
  readonly environment: Environment;
  readonly source: Source;
}

/** Compares a source's current-state tables with figures that it is told: it reads them through Lake Formation alone. */
export class ReconciliationWorkflow extends Construct {
  public readonly arn: string;

  constructor(scope: Construct, id: string, { environment, source }: ReconciliationWorkflowProps) {
    super(scope, id);
    const { governance } = environment;
    const name = reconciliationName(environment, source);
    const curatedKey = new DataAwsKmsKey(this, "curated-key", { keyId: zoneKeyAlias(environment, source, "curated") });
    const results = new QueryResults(this, "results", {
      environment,
      account: governance,
      bucketName: reconciliationResultsBucketName(environment, source),
      key: { arn: curatedKey.arn },
      retentionDays: RESULT_DAYS,
    });
    new QueryWorkgroup(this, "athena", {
      name,
      description: `Count and checksum of tables of ${source.name}`,
      account: governance,
      resultsBucket: results.bucketName,
      keyArn: results.keyArn,
    });
    const role = new ServiceRole(this, "role", {
      name,
      description: `Compares tables of ${source.name} with the source`,
      trust: serviceTrust("states.amazonaws.com", governance),
      statements: [
        ...queryStatements({
          environment,
          account: governance,
          workgroup: name,
          resultsBucket: results.bucketName,
          resultsKeyArn: results.keyArn,
          databases: [{ owner: governance, name: curatedDatabase(source) }],
        }),
        {
          Sid: "Metrics",
          Effect: "Allow",
          Action: "cloudwatch:PutMetricData",
          Resource: "*",
          Condition: { StringEquals: { "cloudwatch:namespace": NAMESPACE } },
        },
        ...OBSERVED,
      ],
    });
    const principal = role.arn;
    const grants = new GrantChain(this, "grants", [role.policy]);
    grants.grant("database", { principal, permissions: ["DESCRIBE"], database: { name: curatedDatabase(source) } });
    const granted = grants.grant("tables", {
      principal,
      permissions: ["DESCRIBE", "SELECT"],
      table: { databaseName: curatedDatabase(source), wildcard: true },
    });
    const logKey = new DataAwsKmsKey(this, "log-key", { keyId: catalogKeyAlias(environment) });
    const logs = new CloudwatchLogGroup(this, "logs", {
      name: reconciliationLogGroupName(environment, source),
      kmsKeyId: logKey.arn,
      retentionInDays: governance.logRetentionDays,
    });
    this.arn = new SfnStateMachine(this, "machine", {
      name,
      type: "STANDARD",
      roleArn: role.arn,
      definition: reconciliationWorkflow(environment, source, name),
      loggingConfiguration: { level: "ALL", includeExecutionData: true, logDestination: `${logs.arn}:*` },
      tracingConfiguration: { enabled: true },
      dependsOn: [role.policy, granted],
    }).arn;
  }
}
