import { accountRootArn, dynamodbTableArn, executionArns, roleArn, stateMachineArn } from "../arns";
import { NAMESPACE } from "../curation/metrics";
import type { Environment, Source } from "../landscape/types";
import { curationName } from "../names";
import type { Statement } from "./document";
import { grantsForServices, useByLogs, useThroughServices } from "./key-policy";
import { OBSERVED } from "./state-machine";

/**
 * What running the merge's state machine takes besides the queries: locks and watermarks, its own executions, metrics,
 * logs and traces. `keyArn` is the key of its runs.
 * https://docs.aws.amazon.com/step-functions/latest/dg/iam-policies-eg-dist-map.html
 */
export function mergeRunStatements(environment: Environment, source: Source, keyArn: string): readonly Statement[] {
  const { governance } = environment;
  const name = curationName(environment, source);
  const machine = stateMachineArn(environment, governance, name);
  return [
    {
      Sid: "StartQueries",
      Effect: "Allow",
      Action: "athena:GetDataCatalog",
      Resource: `arn:aws:athena:${environment.region}:${governance.id}:datacatalog/AwsDataCatalog`,
    },
    {
      Sid: "State",
      Effect: "Allow",
      Action: ["dynamodb:GetItem", "dynamodb:UpdateItem"],
      Resource: dynamodbTableArn(environment, governance, name),
    },
    {
      Sid: "RunsKey",
      Effect: "Allow",
      Action: ["kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey"],
      Resource: keyArn,
    },
    {
      Sid: "OwnMachine",
      Effect: "Allow",
      Action: ["states:ListExecutions", "states:StartExecution"],
      Resource: machine,
    },
    {
      Sid: "OwnRuns",
      Effect: "Allow",
      Action: ["states:DescribeExecution", "states:StopExecution"],
      Resource: executionArns(environment, governance, name),
    },
    {
      Sid: "Metrics",
      Effect: "Allow",
      Action: "cloudwatch:PutMetricData",
      // The action knows no resources: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/iam-cw-condition-keys-namespace.html
      Resource: "*",
      Condition: { StringEquals: { "cloudwatch:namespace": NAMESPACE } },
    },
    ...OBSERVED,
  ];
}

/**
 * Who uses the key of the runs: DynamoDB and Step Functions for whoever deploys, the state machine's role for this machine
 * alone, and both sides of its logs.
 * https://docs.aws.amazon.com/step-functions/latest/dg/encryption-at-rest.html
 */
export function mergeRunsKeyStatements(environment: Environment, source: Source): readonly Statement[] {
  const { governance } = environment;
  const name = curationName(environment, source);
  return [
    useThroughServices(environment, governance, ["dynamodb", "states"]),
    grantsForServices(environment, governance, ["dynamodb"]),
    {
      Sid: "Runs",
      Effect: "Allow",
      Principal: { AWS: accountRootArn(governance) },
      Action: ["kms:Decrypt", "kms:GenerateDataKey"],
      Resource: "*",
      Condition: {
        ArnEquals: { "aws:PrincipalArn": roleArn(governance, name) },
        StringEquals: {
          "kms:EncryptionContext:aws:states:stateMachineArn": stateMachineArn(environment, governance, name),
        },
      },
    },
    {
      Sid: "LogDelivery",
      Effect: "Allow",
      Principal: { Service: "delivery.logs.amazonaws.com" },
      Action: "kms:Decrypt",
      Resource: "*",
      Condition: {
        ArnLike: {
          "kms:EncryptionContext:SourceArn": `arn:aws:logs:${environment.region}:${governance.id}:*`,
        },
        StringEquals: { "aws:SourceAccount": governance.id },
      },
    },
    useByLogs(environment, governance),
  ];
}
