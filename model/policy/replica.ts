/**
 * What S3 may do to copy encrypted files to the second Region.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-config-for-kms-objects.html
 */
import { bucketArn } from "../arns";
import type { Environment, Replica } from "../landscape/types";
import type { Statement } from "./document";

/** One bucket, its copy, and the keys of both. */
export interface Copied {
  readonly bucket: string;
  readonly keyArn: string;
  readonly copy: string;
  readonly copyKeyArn: string;
}

const through = (region: string) => ({ StringEquals: { "kms:ViaService": `s3.${region}.amazonaws.com` } });

/** Read every version on one side, add copies on the other. Removals are copied only if the landscape says so. */
export function replicaStatements(
  environment: Environment,
  { region, removals }: Replica,
  copied: readonly Copied[],
): readonly Statement[] {
  return [
    {
      Sid: "Buckets",
      Effect: "Allow",
      Action: ["s3:GetReplicationConfiguration", "s3:ListBucket"],
      Resource: copied.map(({ bucket }) => bucketArn(bucket)),
    },
    {
      Sid: "Versions",
      Effect: "Allow",
      Action: ["s3:GetObjectVersionAcl", "s3:GetObjectVersionForReplication", "s3:GetObjectVersionTagging"],
      Resource: copied.map(({ bucket }) => `${bucketArn(bucket)}/*`),
    },
    {
      Sid: "Copies",
      Effect: "Allow",
      Action: ["s3:ReplicateObject", "s3:ReplicateTags", ...(removals === "repeated" ? ["s3:ReplicateDelete"] : [])],
      Resource: copied.map(({ copy }) => `${bucketArn(copy)}/*`),
    },
    {
      Sid: "Decrypt",
      Effect: "Allow",
      Action: "kms:Decrypt",
      Resource: copied.map(({ keyArn }) => keyArn),
      Condition: through(environment.region),
    },
    {
      Sid: "Encrypt",
      Effect: "Allow",
      Action: ["kms:Encrypt", "kms:GenerateDataKey*"],
      Resource: copied.map(({ copyKeyArn }) => copyKeyArn),
      Condition: through(region),
    },
  ];
}
