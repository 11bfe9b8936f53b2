import type { Account, Environment } from "../landscape/types";
import { type Conditions, policyDocument } from "./document";

/**
 * Trust for an AWS service that acts for resources of one account only.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
 */
export function serviceTrust(
  service: string,
  account: Account,
  conditions: Conditions = {},
  furtherActions: readonly string[] = [],
): string {
  const { StringEquals, ...others } = conditions;
  return policyDocument([
    {
      Sid: "Service",
      Effect: "Allow",
      Principal: { Service: service },
      Action: furtherActions.length === 0 ? "sts:AssumeRole" : ["sts:AssumeRole", ...furtherActions],
      Condition: { StringEquals: { "aws:SourceAccount": account.id, ...StringEquals }, ...others },
    },
  ]);
}

/**
 * Trust for AWS DMS. Database secrets are read by the regional principal, everything else by the global one.
 * https://docs.aws.amazon.com/dms/latest/userguide/security_iam_secretsmanager.html
 */
export function dmsTrust(environment: Environment, account: Account, reach: "global" | "regional"): string {
  const service = reach === "global" ? "dms.amazonaws.com" : `dms.${environment.region}.amazonaws.com`;
  return serviceTrust(service, account, {
    ArnLike: { "aws:SourceArn": `arn:aws:dms:${environment.region}:${account.id}:*` },
  });
}

/** Trust for principals of an account, named by ARN. */
export function principalTrust(principals: readonly string[]): string {
  return policyDocument([
    {
      Sid: "People",
      Effect: "Allow",
      Principal: { AWS: [...principals] },
      Action: ["sts:AssumeRole", "sts:TagSession"],
    },
  ]);
}
