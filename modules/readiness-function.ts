import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { LambdaFunction } from "@cdktf/provider-aws/lib/lambda-function";
import { Construct } from "constructs";
import { clusterArn, logGroupArn, secretArnPattern } from "../model/arns";
import type { Account, ClusterSource, Environment } from "../model/landscape/types";
import { clusterId, readinessName, replicationSecretName } from "../model/names";
import type { Statement } from "../model/policy/document";
import { serviceTrust } from "../model/policy/trust";
import { STACK_FILE } from "../model/stack-file";
import { DEPLOYMENT_FUNCTION } from "../model/standing-waivers";
import { functionArchive } from "./function-archive";
import { ServiceRole } from "./service-role";
import { recordWaivers } from "./waived";

const TIMEOUT_SECONDS = 300;
const MEMORY_MB = 256;

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
    const name = readinessName(environment, source);
    const { archive, hash } = functionArchive("readiness");
    this.node.addMetadata(STACK_FILE, archive);
    this.codeHash = hash;

    const logGroup = `/aws/lambda/${name}`;
    const logs = new CloudwatchLogGroup(this, "logs", {
      name: logGroup,
      kmsKeyId: keyArn,
      retentionInDays: environment.governance.logRetentionDays,
    });
    const role = new ServiceRole(this, "role", {
      name,
      description: `Makes ${source.name} ready for change capture`,
      trust: serviceTrust("lambda.amazonaws.com", account),
      statements: statements(props, logGroupArn(environment, account, logGroup)),
    });
    const lambda = new LambdaFunction(this, "function", {
      functionName: name,
      description: `Makes ${source.name} ready for change capture`,
      role: role.arn,
      runtime: "nodejs22.x",
      architectures: ["arm64"],
      handler: "index.handler",
      filename: archive.name,
      sourceCodeHash: this.codeHash,
      timeout: TIMEOUT_SECONDS,
      memorySize: MEMORY_MB,
      loggingConfig: { logFormat: "JSON", logGroup: logs.name },
      dependsOn: [role.policy],
    });
    recordWaivers(lambda, [DEPLOYMENT_FUNCTION]);
    this.functionName = lambda.functionName;
  }
}

/**
 * The Data API reads the master secret with the rights of its caller.
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/data-api.access.html
 */
function statements(props: ReadinessFunctionProps, logGroup: string): readonly Statement[] {
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
    {
      Sid: "WriteLogs",
      Effect: "Allow",
      Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
      Resource: `${logGroup}:*`,
    },
  ];
}
