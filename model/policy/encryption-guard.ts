import { bucketArn } from "../arns";
import type { Statement } from "./document";

const ALGORITHM = "s3:x-amz-server-side-encryption";
const KEY = "s3:x-amz-server-side-encryption-aws-kms-key-id";
const CUSTOMER_ALGORITHM = "s3:x-amz-server-side-encryption-customer-algorithm";

/**
 * Refuses every object that would be encrypted otherwise than by the bucket's key: by another key, by S3's own, by a key
 * that the request carries, or by `aws:kms` without a key, which S3 takes for the account's default key. An upload that names no encryption at all is
 * encrypted by the bucket's default, hence the `Null` conditions: a negated operator alone would also be true without the
 * header. https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html
 * @param keyArn the key's ARN, or everything that requests may call it
 */
export function onlyThisKey(bucket: string, keyArn: string | readonly string[]): readonly Statement[] {
  const deny = {
    Effect: "Deny",
    Principal: "*",
    Action: "s3:PutObject",
    Resource: `${bucketArn(bucket)}/*`,
  } as const;
  return [
    {
      Sid: "DenyOtherKeys",
      ...deny,
      Condition: { StringNotEquals: { [KEY]: keyArn }, Null: { [KEY]: "false" } },
    },
    {
      Sid: "DenyOtherEncryption",
      ...deny,
      Condition: { StringNotEquals: { [ALGORITHM]: "aws:kms" }, Null: { [ALGORITHM]: "false" } },
    },
    {
      Sid: "DenyUnnamedKey",
      ...deny,
      Condition: { StringEquals: { [ALGORITHM]: "aws:kms" }, Null: { [KEY]: "true" } },
    },
    { Sid: "DenyCustomerKeys", ...deny, Condition: { Null: { [CUSTOMER_ALGORITHM]: "false" } } },
  ];
}
