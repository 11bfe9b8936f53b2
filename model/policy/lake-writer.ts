/**
 * The one writer of a source's raw zone: DMS, by a role in the producer account. What the role may do, what the bucket
 * lets it do and what the key lets it do are three policies in two accounts; all three come from this file.
 * Actions: https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Target.S3.html#CHAP_Target.S3.Prerequisites, without
 * PutObjectAcl, which AWS advises against giving to other accounts and which buckets with ACLs off ignore.
 */
import { accountRootArn, bucketArn, deployRoleArn, planRoleArn, roleArn } from "../arns";
import type { Environment, ProducerAccount, Source } from "../landscape/types";
import { writerRoleName, zoneBucketName } from "../names";
import { rawPrefix } from "../replication/layout";
import type { Statement } from "./document";
import { KEY_USE } from "./key-policy";
import { onlyThisWriter } from "./lake-perimeter";

const OBJECT_ACTIONS = ["s3:DeleteObject", "s3:PutObject", "s3:PutObjectTagging"];
const BUCKET_ACTIONS = ["s3:GetBucketLocation", "s3:ListBucket"];

/** A producer account, one of its sources and the environment they belong to. */
export interface LakeWriter {
  readonly environment: Environment;
  readonly producer: ProducerAccount;
  readonly source: Source;
}

const writerArn = ({ environment, producer, source }: LakeWriter): string =>
  roleArn(producer, writerRoleName(environment, source));

const rawBucketArn = ({ environment, source }: LakeWriter): string =>
  bucketArn(zoneBucketName(environment, source, "raw"));

const objectsArn = (writer: LakeWriter): string =>
  `${rawBucketArn(writer)}/${rawPrefix(writer.producer, writer.source)}/*`;

/**
 * The account's root as principal, narrowed to one role: the policy is valid before the role exists, and a role that is
 * made anew keeps its access. A role ARN as principal would be refused at first and turn into a dead id afterwards.
 */
function onlyRole<Arn extends string | readonly string[]>(writer: LakeWriter, arn: Arn) {
  return {
    Principal: { AWS: accountRootArn(writer.producer) },
    Condition: {
      ArnEquals: { "aws:PrincipalArn": arn },
      StringEquals: { "aws:PrincipalOrgID": writer.environment.organizationId },
    },
  } as const;
}

/** What the writer's own role allows. `keyArn` is the ARN of the raw zone's key. */
export function writerRoleStatements(writer: LakeWriter, keyArn: string): readonly Statement[] {
  return [
    { Sid: "WriteObjects", Effect: "Allow", Action: OBJECT_ACTIONS, Resource: objectsArn(writer) },
    { Sid: "FindBucket", Effect: "Allow", Action: BUCKET_ACTIONS, Resource: rawBucketArn(writer) },
    { Sid: "Encrypt", Effect: "Allow", Action: [...KEY_USE], Resource: keyArn },
  ];
}

/** What the raw bucket allows the writer, and nobody else. */
export function writerBucketStatements(writer: LakeWriter): readonly Statement[] {
  const role = onlyRole(writer, writerArn(writer));
  return [
    { Sid: "WriterObjects", Effect: "Allow", ...role, Action: OBJECT_ACTIONS, Resource: objectsArn(writer) },
    { Sid: "WriterBucket", Effect: "Allow", ...role, Action: BUCKET_ACTIONS, Resource: rawBucketArn(writer) },
    onlyThisWriter(zoneBucketName(writer.environment, writer.source, "raw"), writerArn(writer)),
  ];
}

/** What the raw zone's key allows the writer, and the producer's deployments and plans, which look the key up by its alias. */
export function writerKeyStatements(writer: LakeWriter): readonly Statement[] {
  const role = onlyRole(writer, writerArn(writer));
  return [
    {
      Sid: "WriterThroughS3",
      Effect: "Allow",
      ...role,
      Action: [...KEY_USE],
      Resource: "*",
      Condition: {
        ...role.Condition,
        StringEquals: {
          ...role.Condition.StringEquals,
          "kms:ViaService": `s3.${writer.environment.region}.amazonaws.com`,
        },
      },
    },
    {
      Sid: "LookUpByProducer",
      Effect: "Allow",
      ...onlyRole(writer, [deployRoleArn(writer.producer), planRoleArn(writer.producer)]),
      Action: "kms:DescribeKey",
      Resource: "*",
    },
  ];
}
