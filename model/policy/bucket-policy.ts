import { bucketArn } from "../arns";
import { policyDocument, type Statement } from "./document";

/** Every bucket refuses plain HTTP and TLS below 1.2. */
function transportStatements(bucket: string): readonly Statement[] {
  const both = [bucketArn(bucket), `${bucketArn(bucket)}/*`];
  return [
    {
      Sid: "DenyPlainHttp",
      Effect: "Deny",
      Principal: "*",
      Action: "s3:*",
      Resource: both,
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    },
    {
      Sid: "DenyOldTls",
      Effect: "Deny",
      Principal: "*",
      Action: "s3:*",
      Resource: both,
      Condition: { NumericLessThan: { "s3:TlsVersion": "1.2" } },
    },
  ];
}

/** Policy of a bucket: the rules for everybody, then what this bucket's use needs. */
export function bucketPolicy(bucket: string, statements: readonly Statement[] = []): string {
  return policyDocument([...transportStatements(bucket), ...statements]);
}
