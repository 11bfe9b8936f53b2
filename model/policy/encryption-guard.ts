import { bucketArn } from "../arns";
import type { Statement } from "./document";

/**
 * Refuses an object that names another key than the bucket's. An upload that names none is encrypted by the bucket's
 * default, hence the `Null` condition: a negated operator alone would also be true without the header.
 */
export function onlyThisKey(bucket: string, keyArn: string): Statement {
  return {
    Sid: "DenyOtherKeys",
    Effect: "Deny",
    Principal: "*",
    Action: "s3:PutObject",
    Resource: `${bucketArn(bucket)}/*`,
    Condition: {
      StringNotEquals: { "s3:x-amz-server-side-encryption-aws-kms-key-id": keyArn },
      Null: { "s3:x-amz-server-side-encryption-aws-kms-key-id": "false" },
    },
  };
}
