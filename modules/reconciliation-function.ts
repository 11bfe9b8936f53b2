import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { LambdaFunction } from "@cdktf/provider-aws/lib/lambda-function";
import { Construct } from "constructs";
import { clusterArn, eventBusArn, logGroupArn } from "../model/arns";
import type { ClusterSource, Environment, ProducerAccount } from "../model/landscape/types";
import { clusterId, reconciliationName } from "../model/names";
import { FIGURES, reporterStatement } from "../model/policy/reconciliation";
import { serviceTrust } from "../model/policy/trust";
import { sourceStatement } from "../model/reconciliation/statements";
import { STACK_FILE } from "../model/stack-file";
import { NIGHTLY_FUNCTION } from "../model/standing-waivers";
import { functionArchive } from "./function-archive";
import { ServiceRole } from "./service-role";
import { recordWaivers } from "./waived";

/** The Data API answers within 45 seconds or not at all; this is for all tables. */
const TIMEOUT_SECONDS = 900;
const MEMORY_MB = 256;

export interface ReconciliationFunctionProps {
  readonly environment: Environment;
  readonly producer: ProducerAccount;
  readonly source: ClusterSource;
  /** Key of the source: it encrypts the secret and the logs. */
  readonly keyArn: string;
  /** Secret of the replication user, who can read contracted tables and nothing else. */
  readonly secretArn: string;
}

/** The function that tells governance what a cluster's tables hold: `functions/reconciliation`. */
export class ReconciliationFunction extends Construct {
  public readonly arn: string;

  constructor(scope: Construct, id: string, props: ReconciliationFunctionProps) {
    super(scope, id);
    const { environment, producer, source, keyArn, secretArn } = props;
    const name = reconciliationName(environment, source);
    const cluster = clusterArn(environment, producer, clusterId(environment, source));
    const plan = {
      source: source.name,
      database: source.database,
      clusterArn: cluster,
      busArn: eventBusArn(environment, environment.governance, name),
      eventSource: FIGURES,
      questions: source.tables.map((table) => ({ table: table.name, sql: sourceStatement(source, table) })),
    };
    const { archive, hash } = functionArchive("reconciliation", { "plan.json": JSON.stringify(plan) });
    this.node.addMetadata(STACK_FILE, archive);
    const logGroup = `/aws/lambda/${name}`;
    const logs = new CloudwatchLogGroup(this, "logs", {
      name: logGroup,
      kmsKeyId: keyArn,
      retentionInDays: environment.governance.logRetentionDays,
    });
    const role = new ServiceRole(this, "role", {
      name,
      description: `Reads count and checksum of tables of ${source.name}`,
      trust: serviceTrust("lambda.amazonaws.com", producer),
      statements: [
        { Sid: "RunSql", Effect: "Allow", Action: "rds-data:ExecuteStatement", Resource: cluster },
        { Sid: "ReadSecret", Effect: "Allow", Action: "secretsmanager:GetSecretValue", Resource: secretArn },
        {
          Sid: "DecryptSecret",
          Effect: "Allow",
          Action: "kms:Decrypt",
          Resource: keyArn,
          Condition: { StringEquals: { "kms:ViaService": `secretsmanager.${environment.region}.amazonaws.com` } },
        },
        reporterStatement({ environment, producer, source }),
        {
          Sid: "WriteLogs",
          Effect: "Allow",
          Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
          Resource: `${logGroupArn(environment, producer, logGroup)}:*`,
        },
      ],
    });
    const lambda = new LambdaFunction(this, "function", {
      functionName: name,
      description: `Reads count and checksum of tables of ${source.name}`,
      role: role.arn,
      runtime: "nodejs22.x",
      architectures: ["arm64"],
      handler: "index.handler",
      filename: archive.name,
      sourceCodeHash: hash,
      timeout: TIMEOUT_SECONDS,
      memorySize: MEMORY_MB,
      loggingConfig: { logFormat: "JSON", logGroup: logs.name },
      dependsOn: [role.policy],
    });
    recordWaivers(lambda, [NIGHTLY_FUNCTION]);
    this.arn = lambda.arn;
  }
}
