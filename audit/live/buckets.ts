import {
  GetBucketEncryptionCommand,
  GetBucketLocationCommand,
  GetBucketPolicyCommand,
  ListBucketsCommand,
  S3ServiceException,
} from "@aws-sdk/client-s3";
import type { BucketFact } from "../facts/types";
import { policyFromText } from "../policy/parse";
import { liveCause } from "./cause";
import type { LiveAccount } from "./clients";

/** What S3 answers when there is none. */
const NONE = new Set(["NoSuchBucketPolicy", "ServerSideEncryptionConfigurationNotFoundError"]);

export async function liveBuckets(account: LiveAccount): Promise<readonly BucketFact[]> {
  const { Buckets: buckets } = await account.s3.send(new ListBucketsCommand({}));
  const facts: BucketFact[] = [];
  for (const { Name: name } of buckets ?? []) {
    if (name !== undefined) facts.push(await toBucket(account, name));
  }
  return facts;
}

async function toBucket({ id, s3 }: LiveAccount, name: string): Promise<BucketFact> {
  const { LocationConstraint: region } = await s3.send(new GetBucketLocationCommand({ Bucket: name }));
  const policy = await orNothing(s3.send(new GetBucketPolicyCommand({ Bucket: name })));
  const encryption = await orNothing(s3.send(new GetBucketEncryptionCommand({ Bucket: name })));
  const [rule] = encryption?.ServerSideEncryptionConfiguration?.Rules ?? [];
  const key = rule?.ApplyServerSideEncryptionByDefault?.KMSMasterKeyID;
  return {
    name,
    account: id,
    // S3 says nothing for the oldest Region.
    region: region ?? "us-east-1",
    ...(policy?.Policy === undefined
      ? {}
      : { policy: policyFromText(policy.Policy, liveCause(id, "s3:GetBucketPolicy", `policy of bucket ${name}`)) }),
    ...(key === undefined ? {} : { key }),
    cause: liveCause(id, "s3:ListBuckets", `has bucket ${name}`),
  };
}

async function orNothing<Answer>(answer: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof S3ServiceException && NONE.has(error.name)) return undefined;
    throw error;
  }
}
