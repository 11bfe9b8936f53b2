import { accountRootArn, alarmTopicArn } from "../arns";
import type { Account, Environment } from "../landscape/types";
import { policyDocument, type Statement } from "./document";

/** Services that publish to an alarm topic: alarms, DMS events, EventBridge rules. */
export type AlarmPublisher = "cloudwatch.amazonaws.com" | "dms.amazonaws.com" | "events.amazonaws.com";

/**
 * The one publisher that does not say for which account it acts when it publishes to a topic: with a condition its messages are
 * refused, and nobody hears of it. EventBridge's guide shows the statement without one, and SNS's guide takes aws:SourceAccount and
 * aws:SourceArn out for EventBridge and encrypted topics.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html#eb-sns-permissions
 * https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html#compatibility-with-aws-services
 */
const SILENT = "events.amazonaws.com";

/** A statement for the publishers that name their account, and one for the one that does not. */
function byPublishers(
  sid: string,
  account: Account,
  publishers: readonly AlarmPublisher[],
  allowed: Pick<Statement, "Action" | "Resource">,
): readonly Statement[] {
  const naming = publishers.filter((publisher) => publisher !== SILENT);
  const statements: readonly (readonly [boolean, Statement])[] = [
    [
      naming.length > 0,
      {
        Sid: sid,
        Effect: "Allow",
        Principal: { Service: naming },
        ...allowed,
        Condition: { StringEquals: { "aws:SourceAccount": account.id } },
      },
    ],
    [
      publishers.includes(SILENT),
      { Sid: `${sid}ByEventBridge`, Effect: "Allow", Principal: { Service: SILENT }, ...allowed },
    ],
  ];
  return statements.flatMap(([needed, statement]) => (needed ? [statement] : []));
}

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
    ...byPublishers("Publish", account, publishers, { Action: "sns:Publish", Resource: topic }),
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
export const useByPublishers = (account: Account, publishers: readonly AlarmPublisher[]): readonly Statement[] =>
  byPublishers("Publishers", account, publishers, {
    Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
    Resource: "*",
  });
