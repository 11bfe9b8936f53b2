/**
 * Policies of the queue in which S3 tells the crawler of new files.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/grant-destinations-permissions-to-s3.html
 */
import { bucketArn, queueArn } from "../arns";
import type { Environment } from "../landscape/types";
import { policyDocument, type Statement } from "./document";

const fromBucket = ({ governance }: Environment, bucket: string) => ({
  StringEquals: { "aws:SourceAccount": governance.id },
  ArnEquals: { "aws:SourceArn": bucketArn(bucket) },
});

const overTls = (queue: string): Statement => ({
  Sid: "OnlyTls",
  Effect: "Deny",
  Principal: "*",
  Action: "sqs:*",
  Resource: queue,
  Condition: { Bool: { "aws:SecureTransport": "false" } },
});

/** One bucket's events may be put into a queue, and nobody reaches it without TLS. */
export function arrivalQueuePolicy(environment: Environment, queueName: string, bucket: string): string {
  const queue = queueArn(environment, environment.governance, queueName);
  return policyDocument([
    {
      Sid: "Arrivals",
      Effect: "Allow",
      Principal: { Service: "s3.amazonaws.com" },
      Action: "sqs:SendMessage",
      Resource: queue,
      Condition: fromBucket(environment, bucket),
    },
    overTls(queue),
  ]);
}

/** A queue that only identities of its own account use, over TLS. */
export const privateQueuePolicy = (environment: Environment, queueName: string): string =>
  policyDocument([overTls(queueArn(environment, environment.governance, queueName))]);

/** S3 encrypts what it puts into the queue. */
export const useByArrivals = (environment: Environment, bucket: string): Statement => ({
  Sid: "Arrivals",
  Effect: "Allow",
  Principal: { Service: "s3.amazonaws.com" },
  Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
  Resource: "*",
  Condition: fromBucket(environment, bucket),
});
