import type { Account, Environment } from "../landscape/types";
import { type Conditions, policyDocument, type Statement } from "./document";

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

const SAML_PROVIDER = /^arn:aws:iam::\d{12}:saml-provider\//;

/**
 * Trust for principals named by ARN: roles and users by themselves, SAML providers for whoever signs in with them.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_saml.html
 */
export function principalTrust(principals: readonly string[]): string {
  const providers = principals.filter((arn) => SAML_PROVIDER.test(arn));
  const people = principals.filter((arn) => !SAML_PROVIDER.test(arn));
  const statements: readonly (readonly [readonly string[], Statement])[] = [
    [
      people,
      { Sid: "People", Effect: "Allow", Principal: { AWS: people }, Action: ["sts:AssumeRole", "sts:TagSession"] },
    ],
    [
      providers,
      {
        Sid: "Federation",
        Effect: "Allow",
        Principal: { Federated: providers },
        Action: ["sts:AssumeRoleWithSAML", "sts:TagSession"],
        Condition: { StringEquals: { "SAML:aud": "https://signin.aws.amazon.com/saml" } },
      },
    ],
  ];
  return policyDocument(statements.flatMap(([trusted, statement]) => (trusted.length === 0 ? [] : [statement])));
}
