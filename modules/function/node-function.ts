import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { LambdaFunction } from "@cdktf/provider-aws/lib/lambda-function";
import type { Construct } from "constructs";
import { logGroupArn } from "../../model/arns";
import type { Account, Environment } from "../../model/landscape/types";
import type { StandingWaiver } from "../../model/landscape/waivers";
import type { Statement } from "../../model/policy/document";
import { serviceTrust } from "../../model/policy/trust";
import { STACK_FILE } from "../../model/stack-file";
import { ServiceRole } from "../role/service-role";
import { recordWaivers } from "../terraform/waived";
import type { FunctionArchive } from "./function-archive";

const MEMORY_MB = 256;

export interface NodeFunctionProps {
  readonly environment: Environment;
  /** Where it runs. */
  readonly account: Account;
  /** Name of the function, its role and, after `/aws/lambda/`, its log group. */
  readonly name: string;
  readonly description: string;
  readonly code: FunctionArchive;
  readonly timeoutSeconds: number;
  /** Key of the logs. */
  readonly logKeyArn: string;
  /** What it may do besides writing its logs. */
  readonly statements: readonly Statement[];
  readonly waiver: StandingWaiver;
}

/**
 * Adds a function in Node.js with its role and its logs to a construct. Not a construct of its own: the ids below stand in
 * addresses of deployed resources.
 */
export function nodeFunction(
  scope: Construct,
  { environment, account, name, description, code, timeoutSeconds, logKeyArn, statements, waiver }: NodeFunctionProps,
): { readonly lambda: LambdaFunction; readonly role: ServiceRole } {
  const { archive, hash } = code;
  scope.node.addMetadata(STACK_FILE, archive);
  const logGroup = `/aws/lambda/${name}`;
  const logs = new CloudwatchLogGroup(scope, "logs", {
    name: logGroup,
    kmsKeyId: logKeyArn,
    retentionInDays: environment.governance.logRetentionDays,
  });
  const role = new ServiceRole(scope, "role", {
    name,
    description,
    trust: serviceTrust("lambda.amazonaws.com", account),
    statements: [
      ...statements,
      {
        Sid: "WriteLogs",
        Effect: "Allow",
        Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
        Resource: `${logGroupArn(environment, account, logGroup)}:*`,
      },
    ],
  });
  const lambda = new LambdaFunction(scope, "function", {
    functionName: name,
    description,
    role: role.arn,
    runtime: "nodejs22.x",
    architectures: ["arm64"],
    handler: "index.handler",
    filename: archive.name,
    sourceCodeHash: hash,
    timeout: timeoutSeconds,
    memorySize: MEMORY_MB,
    loggingConfig: { logFormat: "JSON", logGroup: logs.name },
    dependsOn: [role.policy],
  });
  recordWaivers(lambda, [waiver]);
  return { lambda, role };
}
