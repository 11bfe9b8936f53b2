import { bucketArn, policyArn, roleArn } from "../arns";
import type { Account, Environment } from "../landscape/types";
import { deployRoleName } from "../names";
import type { Conditions } from "../policy/document";

/** Things that rights are limited to: by name where names are computed, else by tag, account and Region. */
export interface Scope {
  readonly resources: readonly string[];
  readonly conditions?: Conditions;
}

type ScopeOf = (place: ScopePlace) => Scope;

interface ScopePlace {
  readonly environment: Environment;
  readonly account: Account;
  /** Begin of names in the environment, for example `prod-`. */
  readonly prefix: string;
  /** ARN of something in the account and Region. */
  readonly arn: (service: string, resource: string) => string;
}

/** The tag that every resource of the environment gets from the provider. */
const tagged = (kind: "Request" | "Resource", { environment }: ScopePlace): Conditions => ({
  StringEquals: { [`aws:${kind}Tag/environment`]: environment.name },
});

const only = (...resources: readonly string[]): Scope => ({ resources });

/** Roles that AWS services look for by these exact names. */
const SERVICE_NAMED_ROLES = ["dms-vpc-role", "dms-cloudwatch-logs-role"];

/** Scopes by name; each becomes at most one statement of a role's policy for reading, and one for writing. */
const SCOPES = {
  /** Actions that AWS can limit to nothing smaller than the account. */
  account: () => only("*"),
  alarms: ({ prefix, arn }) => only(arn("cloudwatch", `alarm:${prefix}*`)),
  /** In every Region: copies of buckets have their keys elsewhere. */
  aliases: ({ account, prefix }) => only(`arn:aws:kms:*:${account.id}:alias/${prefix}*`),
  buckets: ({ environment, account }) =>
    only(bucketArn(`${environment.organization}-${environment.name}-*-${account.id}`)),
  catalog: ({ arn }) => only(arn("glue", "*")),
  dashboards: ({ account, prefix }) => only(`arn:aws:cloudwatch::${account.id}:dashboard/${prefix}*`),
  /** With the option groups that RDS gives to what has none of its own. */
  databases: ({ prefix, arn }) =>
    only(
      ...["cluster", "cluster-pg", "cluster-snapshot", "db", "pg", "snapshot", "subgrp"].map((kind) =>
        arn("rds", `${kind}:${prefix}*`),
      ),
      arn("rds", "og:default:*"),
    ),
  eventBuses: ({ prefix, arn }) => only(arn("events", `event-bus/${prefix}*`)),
  eventRules: ({ prefix, arn }) => only(arn("events", `rule/${prefix}*`)),
  functions: ({ prefix, arn }) => only(arn("lambda", `function:${prefix}*`)),
  identityProviders: ({ account }) => only(`arn:aws:iam::${account.id}:oidc-provider/*`),
  keys: (place) => ({ resources: [`arn:aws:kms:*:${place.account.id}:key/*`], conditions: tagged("Resource", place) }),
  /** Keys of the environment in other accounts: their policies decide, and they show no tags to this one. */
  foreignKeys: () => only("arn:aws:kms:*:*:key/*"),
  newKeys: (place) => ({ resources: ["*"], conditions: tagged("Request", place) }),
  /** AWS logs of Lambda, DMS, Step Functions and flow logs; their names contain the environment's prefix. */
  /** In governance also those whose names Glue chooses. */
  logGroups: ({ environment, account, prefix, arn }) =>
    only(
      arn("logs", `log-group:*${prefix}*`),
      ...(account.id === environment.governance.id ? [arn("logs", "log-group:/aws-glue/iceberg-*")] : []),
    ),
  network: ({ arn }) => only(arn("ec2", "*")),
  /** Policies and roles of the bootstrap, which deployments look at and never change. */
  ownPolicies: ({ account }) => only(policyArn(account, `${deployRoleName(account)}-*`)),
  ownRoles: ({ account }) =>
    only(roleArn(account, deployRoleName(account)), roleArn(account, `${deployRoleName(account)}-*`)),
  parameters: ({ environment, arn }) => only(arn("ssm", `parameter/${environment.name}/*`)),
  policies: ({ account, prefix }) => only(policyArn(account, `${prefix}*`)),
  queues: ({ prefix, arn }) => only(arn("sqs", `${prefix}*`)),
  replication: ({ arn }) => only(arn("dms", "*")),
  roles: ({ account, prefix }) => only(...[`${prefix}*`, ...SERVICE_NAMED_ROLES].map((name) => roleArn(account, name))),
  schedules: ({ prefix, arn }) => only(arn("scheduler", `schedule/default/${prefix}*`)),
  secrets: ({ environment, arn }) => only(arn("secretsmanager", `secret:${environment.name}/*`)),
  stateMachines: ({ prefix, arn }) => only(arn("states", `stateMachine:${prefix}*`)),
  tables: ({ prefix, arn }) => only(arn("dynamodb", `table/${prefix}*`)),
  topics: ({ prefix, arn }) => only(arn("sns", `${prefix}*`)),
  trails: ({ prefix, arn }) => only(arn("cloudtrail", `trail/${prefix}*`)),
  workgroups: ({ prefix, arn }) => only(arn("athena", `workgroup/${prefix}*`)),
} satisfies Readonly<Record<string, ScopeOf>>;

export type ScopeName = keyof typeof SCOPES;

/** The scope of that name in an account. */
export function scopeOf(name: ScopeName, environment: Environment, account: Account): Scope {
  const scope: ScopeOf = SCOPES[name];
  return scope({
    environment,
    account,
    prefix: `${environment.name}-`,
    arn: (service, resource) => `arn:aws:${service}:${environment.region}:${account.id}:${resource}`,
  });
}
