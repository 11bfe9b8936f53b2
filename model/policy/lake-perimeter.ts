/** What the buckets of the lake refuse to everybody, whatever else is allowed. */
import { bucketArn } from "../arns";
import type { Environment } from "../landscape/types";
import type { Statement } from "./document";

/**
 * Nobody outside the organization, even if a later policy let him in. Requests by which an AWS service acts for itself,
 * such as log delivery, come from no organization.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_data-perimeters.html
 */
export function onlyThisOrganization({ organizationId }: Environment, bucket: string): Statement {
  return {
    Sid: "DenyOtherOrganizations",
    Effect: "Deny",
    Principal: "*",
    Action: "s3:*",
    Resource: [bucketArn(bucket), `${bucketArn(bucket)}/*`],
    Condition: {
      StringNotEqualsIfExists: { "aws:PrincipalOrgID": organizationId },
      BoolIfExists: { "aws:PrincipalIsAWSService": "false" },
    },
  };
}

/** Nobody but one role adds objects: not even an administrator of the bucket's own account. */
export function onlyThisWriter(bucket: string, roleArn: string): Statement {
  return {
    Sid: "DenyOtherWriters",
    Effect: "Deny",
    Principal: "*",
    Action: "s3:PutObject",
    Resource: `${bucketArn(bucket)}/*`,
    Condition: { ArnNotEquals: { "aws:PrincipalArn": roleArn } },
  };
}
