import { bucketArn } from "../arns";
import type { Account, Environment } from "../landscape/types";
import { stateBucketName } from "../names";
import type { Statement } from "./document";

/**
 * AWS services that the platform's roles use, by the first part of their actions. No IAM, STS or Organizations: no role of
 * the platform makes another one, or becomes one.
 */
export const BOUNDED_SERVICES = [
  "athena",
  "cloudwatch",
  "dms",
  "dynamodb",
  "ec2",
  "events",
  "glue",
  "kms",
  "lakeformation",
  "lambda",
  "logs",
  "rds-data",
  "s3",
  "secretsmanager",
  "sns",
  "sqs",
  "states",
  "xray",
] as const;

/**
 * The most that any role can do which a deployment makes, whatever policies it gets.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
 */
export function boundaryStatements(environment: Environment, account: Account): readonly Statement[] {
  const states = bucketArn(stateBucketName(environment, account));
  return [
    {
      Sid: "Services",
      Effect: "Allow",
      Action: BOUNDED_SERVICES.map((service) => `${service}:*`),
      Resource: "*",
    },
    { Sid: "KeepStates", Effect: "Deny", Action: "s3:*", Resource: [states, `${states}/*`] },
    {
      Sid: "KeepKeys",
      Effect: "Deny",
      Action: ["kms:Disable*", "kms:Put*", "kms:Schedule*"],
      Resource: "*",
    },
    {
      Sid: "KeepLake",
      Effect: "Deny",
      Action: ["lakeformation:BatchGrant*", "lakeformation:Grant*", "lakeformation:Put*"],
      Resource: "*",
    },
    {
      Sid: "KeepAccountSettings",
      Effect: "Deny",
      Action: ["ec2:DisableEbsEncryptionByDefault", "s3:PutAccountPublicAccessBlock"],
      Resource: "*",
    },
  ];
}
