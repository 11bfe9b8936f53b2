import { accountRootArn, bucketArn } from "../arns";
import type { Environment } from "../landscape/types";
import { trailBucketName, trailName } from "../names";
import type { Statement } from "./document";

const SERVICE = { Service: "cloudtrail.amazonaws.com" };

const trailArn = (environment: Environment): string =>
  `arn:aws:cloudtrail:${environment.region}:${environment.governance.id}:trail/${trailName(environment)}`;

/** CloudTrail writes one trail's logs. https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html */
export function trailBucketStatements(environment: Environment): readonly Statement[] {
  const bucket = bucketArn(trailBucketName(environment));
  const fromTrail = { "aws:SourceArn": trailArn(environment) };
  return [
    {
      Sid: "TrailCheck",
      Effect: "Allow",
      Principal: SERVICE,
      Action: "s3:GetBucketAcl",
      Resource: bucket,
      Condition: { StringEquals: fromTrail },
    },
    {
      Sid: "TrailWrite",
      Effect: "Allow",
      Principal: SERVICE,
      Action: "s3:PutObject",
      Resource: `${bucket}/AWSLogs/${environment.governance.id}/*`,
      Condition: { StringEquals: { ...fromTrail, "s3:x-amz-acl": "bucket-owner-full-control" } },
    },
  ];
}

/**
 * Nobody deletes a log file before its time, not even who may bypass a lock of mode GOVERNANCE, except the account's root
 * user, whom no policy of the account can keep from changing this one.
 */
export function keepLocked(environment: Environment): Statement {
  return {
    Sid: "DenyUnlock",
    Effect: "Deny",
    Principal: "*",
    Action: ["s3:BypassGovernanceRetention", "s3:PutObjectRetention"],
    Resource: `${bucketArn(trailBucketName(environment))}/*`,
    Condition: { ArnNotEquals: { "aws:PrincipalArn": accountRootArn(environment.governance) } },
  };
}

/** CloudTrail encrypts the logs of one trail. https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html */
export function trailKeyStatements(environment: Environment): readonly Statement[] {
  return [
    {
      Sid: "TrailEncrypts",
      Effect: "Allow",
      Principal: SERVICE,
      Action: ["kms:DescribeKey", "kms:GenerateDataKey*"],
      Resource: "*",
      Condition: { StringEquals: { "aws:SourceArn": trailArn(environment) } },
    },
  ];
}

/** Read the trail's files, for whom Athena reads them by IAM alone. https://docs.aws.amazon.com/athena/latest/ug/s3-permissions.html */
export function trailReaderStatements(bucketName: string, keyArn: string): readonly Statement[] {
  const bucket = bucketArn(bucketName);
  return [
    { Sid: "TrailFiles", Effect: "Allow", Action: "s3:GetObject", Resource: `${bucket}/AWSLogs/*` },
    { Sid: "TrailBucket", Effect: "Allow", Action: ["s3:GetBucketLocation", "s3:ListBucket"], Resource: bucket },
    { Sid: "TrailKey", Effect: "Allow", Action: "kms:Decrypt", Resource: keyArn },
  ];
}
