import { GOVERNANCE } from "./bank";
import type { Block } from "./json";

/** What a merge's role may do besides querying, written out a second time. */
export const mergeRunStatements = (name: string, keyArn: string): readonly Block[] => [
  {
    Sid: "StartQueries",
    Effect: "Allow",
    Action: "athena:GetDataCatalog",
    Resource: `arn:aws:athena:eu-central-1:${GOVERNANCE}:datacatalog/AwsDataCatalog`,
  },
  {
    Sid: "State",
    Effect: "Allow",
    Action: ["dynamodb:GetItem", "dynamodb:UpdateItem"],
    Resource: `arn:aws:dynamodb:eu-central-1:${GOVERNANCE}:table/${name}`,
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
    Resource: `arn:aws:states:eu-central-1:${GOVERNANCE}:stateMachine:${name}`,
  },
  {
    Sid: "OwnRuns",
    Effect: "Allow",
    Action: ["states:DescribeExecution", "states:StopExecution"],
    Resource: [":*", "/*"].map((end) => `arn:aws:states:eu-central-1:${GOVERNANCE}:execution:${name}${end}`),
  },
  {
    Sid: "Metrics",
    Effect: "Allow",
    Action: "cloudwatch:PutMetricData",
    Resource: "*",
    Condition: { StringEquals: { "cloudwatch:namespace": "Lake/Curation" } },
  },
  {
    Sid: "LogDelivery",
    Effect: "Allow",
    Action: [
      "logs:CreateLogDelivery",
      "logs:DeleteLogDelivery",
      "logs:DescribeLogGroups",
      "logs:DescribeResourcePolicies",
      "logs:GetLogDelivery",
      "logs:ListLogDeliveries",
      "logs:PutResourcePolicy",
      "logs:UpdateLogDelivery",
    ],
    Resource: "*",
  },
  {
    Sid: "Traces",
    Effect: "Allow",
    Action: ["xray:GetSamplingRules", "xray:GetSamplingTargets", "xray:PutTelemetryRecords", "xray:PutTraceSegments"],
    Resource: "*",
  },
];
