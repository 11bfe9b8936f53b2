import { Construct } from "constructs";
import { clusterArn, eventBusArn } from "../../model/arns";
import type { ClusterSource, Environment, ProducerAccount } from "../../model/landscape/types";
import { clusterId, reconciliationName } from "../../model/names";
import { FIGURES, reporterStatement } from "../../model/policy/reconciliation";
import { sourceStatement } from "../../model/reconciliation/statements";
import { NIGHTLY_FUNCTION } from "../../model/standing-waivers";
import { functionArchive } from "../function/function-archive";
import { nodeFunction } from "../function/node-function";

/** The Data API answers within 45 seconds or not at all; this is for all tables. */
const TIMEOUT_SECONDS = 900;

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
    const { lambda } = nodeFunction(this, {
      environment,
      account: producer,
      name,
      description: `Reads count and checksum of tables of ${source.name}`,
      code: functionArchive("reconciliation", { "plan.json": JSON.stringify(plan) }),
      timeoutSeconds: TIMEOUT_SECONDS,
      logKeyArn: keyArn,
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
      ],
      waiver: NIGHTLY_FUNCTION,
    });
    this.arn = lambda.arn;
  }
}
