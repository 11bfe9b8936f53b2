import { accountRootArn, topicArn } from "../arns";
import type { Environment, ProducerAccount } from "../landscape/types";
import { alarmTopicName } from "../names";
import { policyDocument, type Statement } from "./document";

/** Services that publish to a producer's alarm topic. */
const PUBLISHERS = ["cloudwatch.amazonaws.com", "dms.amazonaws.com"];

/**
 * Who may publish: the two services for things of this account, and nobody over a connection without TLS. Subscribing is for
 * the account's own deployment.
 * https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html
 */
export function alarmTopicPolicy(environment: Environment, producer: ProducerAccount): string {
  const topic = topicArn(environment, producer, alarmTopicName(environment, producer));
  return policyDocument([
    {
      Sid: "Publish",
      Effect: "Allow",
      Principal: { Service: PUBLISHERS },
      Action: "sns:Publish",
      Resource: topic,
      Condition: { StringEquals: { "aws:SourceAccount": producer.id } },
    },
    {
      Sid: "Own",
      Effect: "Allow",
      Principal: { AWS: accountRootArn(producer) },
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
export const useByPublishers = ({ id }: ProducerAccount): Statement => ({
  Sid: "Publishers",
  Effect: "Allow",
  Principal: { Service: PUBLISHERS },
  Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
  Resource: "*",
  Condition: { StringEquals: { "aws:SourceAccount": id } },
});
