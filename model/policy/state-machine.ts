import type { Statement } from "./document";

/** What a state machine's role needs so that every step is logged and traced. */
export const OBSERVED: readonly Statement[] = [
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
    // None of them knows resources: https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html
    Resource: "*",
  },
  {
    Sid: "Traces",
    Effect: "Allow",
    Action: ["xray:GetSamplingRules", "xray:GetSamplingTargets", "xray:PutTelemetryRecords", "xray:PutTraceSegments"],
    // https://docs.aws.amazon.com/step-functions/latest/dg/concepts-xray-tracing.html
    Resource: "*",
  },
];
