import { Construct } from "constructs";
import { clusterArn, secretArnPattern } from "../../model/arns";
import type { Account, ClusterSource, Environment } from "../../model/landscape/types";
import { clusterId, readinessName, replicationSecretName } from "../../model/names";
import type { Statement } from "../../model/policy/document";
import { DEPLOYMENT_FUNCTION } from "../../model/standing-waivers";
import { functionArchive } from "../function/function-archive";
import { nodeFunction } from "../function/node-function";

const TIMEOUT_SECONDS = 300;

export interface ReadinessFunctionProps {
  readonly environment: Environment;
  readonly account: Account;
  readonly source: ClusterSource;
  readonly keyArn: string;
  readonly masterSecretArn: string;
}

/** The function that makes one cluster ready for change capture: `functions/readiness`, in an archive beside the JSON. */
export class ReadinessFunction extends Construct {
  public readonly functionName: string;
  /** Changes whenever the code does. */
  public readonly codeHash: string;

  constructor(scope: Construct, id: string, props: ReadinessFunctionProps) {
    super(scope, id);
    const { environment, account, source, keyArn } = props;
    const code = functionArchive("readiness");
    this.codeHash = code.hash;
    const { lambda } = nodeFunction(this, {
      environment,
      account,
      name: readinessName(environment, source),
      description: `Makes ${source.name} ready for change capture`,
      code,
      timeoutSeconds: TIMEOUT_SECONDS,
      logKeyArn: keyArn,
      statements: statements(props),
      waiver: DEPLOYMENT_FUNCTION,
    });
    this.functionName = lambda.functionName;
  }
}

/**
 * The Data API reads the master secret with the rights of its caller.
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/data-api.access.html
 */
function statements(props: ReadinessFunctionProps): readonly Statement[] {
  const { environment, account, source, keyArn, masterSecretArn } = props;
  return [
    {
      Sid: "RunSql",
      Effect: "Allow",
      Action: [
        "rds-data:BeginTransaction",
        "rds-data:CommitTransaction",
        "rds-data:ExecuteStatement",
        "rds-data:RollbackTransaction",
      ],
      Resource: clusterArn(environment, account, clusterId(environment, source)),
    },
    {
      Sid: "ReadSecrets",
      Effect: "Allow",
      Action: "secretsmanager:GetSecretValue",
      Resource: [masterSecretArn, secretArnPattern(environment, account, replicationSecretName(environment, source))],
    },
    {
      Sid: "DecryptSecrets",
      Effect: "Allow",
      Action: "kms:Decrypt",
      Resource: keyArn,
      Condition: { StringEquals: { "kms:ViaService": `secretsmanager.${environment.region}.amazonaws.com` } },
    },
  ];
}
