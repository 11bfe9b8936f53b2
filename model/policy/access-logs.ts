import { bucketArn } from "../arns";
import type { Environment } from "../landscape/types";
import { accessLogBucketName } from "../names";
import type { Statement } from "./document";

/** S3 writes server access logs of the governance account's buckets. https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html */
export function accessLogStatements(environment: Environment): readonly Statement[] {
  return [
    {
      Sid: "ServerAccessLogs",
      Effect: "Allow",
      Principal: { Service: "logging.s3.amazonaws.com" },
      Action: "s3:PutObject",
      Resource: `${bucketArn(accessLogBucketName(environment))}/*`,
      Condition: { StringEquals: { "aws:SourceAccount": environment.governance.id } },
    },
  ];
}
