import { bucketArn, namedRoleArn, roleArn } from "../arns";
import type { Account, Environment } from "../landscape/types";
import { stateBucketName } from "../names";
import type { Statement } from "./document";

const BREAK_GLASS = "break-glass";

/** The account's role for emergencies. */
export function breakGlassArn({ deployment }: Environment, account: Account): string {
  const roles = [deployment?.breakGlassRole ?? BREAK_GLASS].flat();
  const own = roles.find((role) => role.startsWith(roleArn(account, "")));
  return own ?? namedRoleArn(account, roles[0] ?? BREAK_GLASS);
}

/** States and their old versions are deleted by the role for emergencies or by nobody, administrators included. */
export function stateBucketStatements(environment: Environment, account: Account): readonly Statement[] {
  const bucket = bucketArn(stateBucketName(environment, account));
  return [
    {
      Sid: "DenyDeletion",
      Effect: "Deny",
      Principal: "*",
      Action: ["s3:DeleteBucket", "s3:DeleteObjectVersion"],
      Resource: [bucket, `${bucket}/*`],
      Condition: { ArnNotEquals: { "aws:PrincipalArn": breakGlassArn(environment, account) } },
    },
    {
      Sid: "DenyDeletionOfStates",
      Effect: "Deny",
      Principal: "*",
      Action: "s3:DeleteObject",
      Resource: `${bucket}/*/terraform.tfstate`,
      Condition: { ArnNotEquals: { "aws:PrincipalArn": breakGlassArn(environment, account) } },
    },
  ];
}

/** What the S3 backend does: states are read and written, locks are made and removed. https://developer.hashicorp.com/terraform/language/backend/s3 */
export function stateRoleStatements(environment: Environment, account: Account, keyArn: string): readonly Statement[] {
  const bucket = bucketArn(stateBucketName(environment, account));
  const states = `${bucket}/${environment.name}/*/terraform.tfstate`;
  return [
    { Sid: "List", Effect: "Allow", Action: ["s3:GetBucketVersioning", "s3:ListBucket"], Resource: bucket },
    {
      Sid: "States",
      Effect: "Allow",
      Action: ["s3:GetObject", "s3:PutObject"],
      Resource: [states, `${states}.tflock`],
    },
    { Sid: "Locks", Effect: "Allow", Action: "s3:DeleteObject", Resource: `${states}.tflock` },
    {
      Sid: "Key",
      Effect: "Allow",
      Action: ["kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey"],
      Resource: keyArn,
    },
  ];
}
