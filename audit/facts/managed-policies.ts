import { causeOf } from "../cause";
import { resourcesOf } from "../output/read";
import type { Resolver, Resource } from "../output/types";
import { policyAt } from "../policy/parse";
import type { Policy, Statement } from "../policy/types";

/**
 * Actions of AWS's own policies, as far as they concern S3, KMS and the data in them; a resource of all is meant.
 * https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html
 */
const BY_AWS: Readonly<Record<string, readonly string[]>> = {
  "arn:aws:iam::aws:policy/AdministratorAccess": ["*"],
  "arn:aws:iam::aws:policy/AmazonS3FullAccess": ["s3:*", "s3-object-lambda:*"],
  "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess": ["s3:Get*", "s3:List*", "s3:Describe*"],
  "arn:aws:iam::aws:policy/AWSKeyManagementServicePowerUser": [
    "kms:CreateAlias",
    "kms:CreateKey",
    "kms:DeleteAlias",
    "kms:Describe*",
    "kms:GenerateRandom",
    "kms:Get*",
    "kms:List*",
    "kms:TagResource",
    "kms:UntagResource",
  ],
  "arn:aws:iam::aws:policy/service-role/AmazonDMSVPCManagementRole": [],
  "arn:aws:iam::aws:policy/service-role/AmazonDMSCloudWatchLogsRole": [],
  "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole": [],
  "arn:aws:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole": [],
};

/** Finds managed policies by ARN: those of the stacks, and the few of AWS that are known here. The rest is open. */
export function managedPolicies(resolver: Resolver): (from: Resource, arn: string) => Policy {
  const own = new Map(
    resourcesOf(resolver.output, "aws_iam_policy").map((resource) => [
      resolver.text(resource, `\${${resource.address}.arn}`),
      resource,
    ]),
  );
  const read = new Map<string, Policy>();
  return (from, arn) => {
    const declared = own.get(arn);
    if (declared !== undefined) {
      // Most roles of an account have the same boundary.
      const policy = read.get(arn) ?? policyAt(resolver, declared, "policy");
      read.set(arn, policy);
      return policy;
    }
    const cause = causeOf(from, `attaches ${arn}`);
    const actions = BY_AWS[arn];
    if (actions === undefined) return { statements: [], open: `no stack holds the policy ${arn}`, cause };
    const statement: Statement = {
      effect: "Allow",
      actions: { not: false, patterns: actions },
      resources: { not: false, patterns: ["*"] },
      conditions: [],
      cause,
    };
    return { statements: actions.length === 0 ? [] : [statement], cause };
  };
}
