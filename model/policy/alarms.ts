import { accountRootArn, alarmTopicArn } from "../arns";
import type { Account, Environment } from "../landscape/types";
import { policyDocument, type Statement } from "./document";

/**
 * Services that publish to an alarm topic: alarms, DMS events, EventBridge rules. All three say for which account they act.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-conditions.html
 */
export type AlarmPublisher = "cloudwatch.amazonaws.com" | "dms.amazonaws.com" | "events.amazonaws.com";

/**
 * Who may publish: services for things of this account, and nobody over a connection without TLS. Subscribing is for the
 * account's own deployment.
 * https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html
 */
export function alarmTopicPolicy(
  environment: Environment,
  account: Account,
  publishers: readonly AlarmPublisher[],
): string {
  const topic = alarmTopicArn(environment, account);
  return policyDocument([
    {
      Sid: "Publish",
      Effect: "Allow",
      Principal: { Service: publishers },
      Action: "sns:Publish",
      Resource: topic,
      Condition: { StringEquals: { "aws:SourceAccount": account.id } },
    },
    {
      Sid: "Own",
      Effect: "Allow",
      Principal: { AWS: accountRootArn(account) },
      Action: [
        "sns:DeleteTopic",
        "sns:GetTopicAttributes",
        "sns:ListSubscriptionsByTopic",
        "sns:SetTopicAttributes",
        "sns:Subscribe",
      ],
      Resource: topic,
    },
    {
      Sid: "OnlyTls",
      Effect: "Deny",
      Principal: "*",
      Action: "sns:Publish",
      Resource: topic,
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    },
  ]);
}

/**
 * The same services encrypt what they publish.
 * https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html#compatibility-with-aws-services
 */
export const useByPublishers = ({ id }: Account, publishers: readonly AlarmPublisher[]): Statement => ({
  Sid: "Publishers",
  Effect: "Allow",
  Principal: { Service: publishers },
  Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
  Resource: "*",
  Condition: { StringEquals: { "aws:SourceAccount": id } },
});
