import { boundaryArn, bucketArn, keyAliasArn, policyArn, roleArn } from "../arns";
import type { Account, ConsumerAccount } from "../landscape/types";
import { deployRoleName, stackId, stateBucketName, stateKeyAlias } from "../names";
import type { Statement } from "../policy/document";
import { RIGHTS } from "./rights";
import type { Content, ExplainedStatement } from "./role-rights";
import { scopeOf } from "./scopes";

/** Actions that add rights to a role or take them away; each can be made to depend on the role's boundary. */
const CHANGE_RIGHTS = [
  "iam:AttachRolePolicy",
  "iam:CreateRole",
  "iam:DeleteRolePolicy",
  "iam:DetachRolePolicy",
  "iam:PutRolePermissionsBoundary",
  "iam:PutRolePolicy",
];

/** Types for which AWS makes a role of its own at first use. */
const SERVICE_LINKED: Readonly<Record<string, string>> = {
  aws_dms_replication_config: "dms.amazonaws.com",
  aws_lakeformation_permissions: "ram.amazonaws.com",
  aws_rds_cluster: "rds.amazonaws.com",
};

/**
 * Rights over roles. Every role that the deploy role makes carries the boundary, or a deployment could make a role that may
 * do more than the deployment. https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
 */
export function roleStatements(content: Content): readonly ExplainedStatement[] {
  const { environment, account, managed } = content;
  const concernsOf = (...types: readonly string[]) =>
    Object.fromEntries(types.flatMap((type) => (managed.has(type) ? [[type, managed.get(type) ?? []]] : [])));
  const roles = scopeOf("roles", environment, account).resources;
  const passing = [...managed.keys()].filter((type) => servicesOf(type).length > 0);
  const services = [...new Set(passing.flatMap(servicesOf))].toSorted();
  const linked = [...managed.keys()].filter((type) => type in SERVICE_LINKED);
  const adopted = adoptedRoles(account);
  const statements: readonly (readonly [boolean, ExplainedStatement])[] = [
    [
      managed.has("aws_iam_role"),
      {
        statement: {
          Sid: "ChangeBoundedRoles",
          Effect: "Allow",
          Action: CHANGE_RIGHTS,
          Resource: roles,
          Condition: { StringEquals: { "iam:PermissionsBoundary": boundaryArn(account) } },
        },
        because: concernsOf("aws_iam_role", "aws_iam_role_policy", "aws_iam_role_policy_attachment"),
      },
    ],
    [
      services.length > 0,
      {
        statement: {
          Sid: "PassRoles",
          Effect: "Allow",
          Action: "iam:PassRole",
          Resource: roles,
          Condition: {
            StringEquals: {
              "iam:PassedToService": services.map((service) => service.replace("{region}", environment.region)),
            },
          },
        },
        because: concernsOf(...passing),
      },
    ],
    [
      linked.length > 0,
      {
        statement: {
          Sid: "ServiceLinkedRoles",
          Effect: "Allow",
          Action: "iam:CreateServiceLinkedRole",
          Resource: roleArn(account, "aws-service-role/*"),
          Condition: { StringEquals: { "iam:AWSServiceName": linked.flatMap((type) => SERVICE_LINKED[type] ?? []) } },
        },
        because: concernsOf(...linked),
      },
    ],
    [
      adopted.length > 0,
      {
        statement: {
          Sid: "AdoptedRoles",
          Effect: "Allow",
          Action: ["iam:DeleteRolePolicy", "iam:GetRolePolicy", "iam:PutRolePolicy"],
          Resource: adopted,
        },
        because: concernsOf("aws_iam_role_policy"),
      },
    ],
  ];
  return statements.flatMap(([needed, statement]) => (needed ? [statement] : []));
}

const servicesOf = (type: string): readonly string[] =>
  (RIGHTS[type] ?? []).flatMap(({ passRoleTo = [] }) => passRoleTo);

/** Roles that teams brought along: their owners' boundaries hold, not this one. */
const adoptedRoles = (account: Account): readonly string[] =>
  isConsumer(account) ? account.teams.flatMap(({ existingRole }) => existingRole ?? []) : [];

const isConsumer = (account: Account): account is ConsumerAccount => "teams" in account;

/**
 * The most that deploy role and plan role can do, whoever gives them more rights: the services that the account's stacks
 * need, and nothing that would lift a limit or reach the states.
 */
export function limitStatements(content: Content, rights: readonly ExplainedStatement[]): readonly Statement[] {
  const actions = rights.flatMap(({ statement }) => statement.Action);
  const services = [...new Set(actions.map((action) => action.split(":")[0] ?? action))].toSorted();
  return [
    { Sid: "Services", Effect: "Allow", Action: services.map((service) => `${service}:*`), Resource: "*" },
    ...denials(content),
  ];
}

function denials({ environment, account }: Content): readonly Statement[] {
  const own = deployRoleName(account);
  const bucket = bucketArn(stateBucketName(environment, account));
  const bootstrap = stackId(environment, account, "bootstrap");
  return [
    {
      Sid: "KeepBoundaries",
      Effect: "Deny",
      Action: ["iam:DeleteRolePermissionsBoundary", "iam:DeleteUserPermissionsBoundary"],
      Resource: "*",
    },
    {
      Sid: "KeepOwnRights",
      Effect: "Deny",
      Action: [
        "iam:Add*",
        "iam:Attach*",
        "iam:Create*",
        "iam:Delete*",
        "iam:Detach*",
        "iam:PassRole",
        "iam:Put*",
        "iam:Set*",
        "iam:Tag*",
        "iam:Untag*",
        "iam:Update*",
      ],
      Resource: [
        roleArn(account, own),
        roleArn(account, `${own}-*`),
        policyArn(account, `${own}-*`),
        `arn:aws:iam::${account.id}:oidc-provider/*`,
      ],
    },
    {
      Sid: "KeepStates",
      Effect: "Deny",
      Action: ["s3:Delete*", "s3:GetObject*", "s3:Put*", "s3:Restore*", "s3:Replicate*"],
      Resource: [bucket, `${bucket}/*`],
    },
    {
      Sid: "KeepStateKey",
      Effect: "Deny",
      Action: ["kms:Disable*", "kms:Put*", "kms:Schedule*", "kms:Tag*", "kms:Untag*", "kms:Update*"],
      Resource: "*",
      Condition: { StringEquals: { "aws:ResourceTag/stack": bootstrap } },
    },
    // A key has no tags and no alias while it is made, and nothing else tells that request from tagging a key that exists. Whoever tags a
    // key as the environment's may do with it what the rights over keys allow, where its policy leaves that to IAM.
    {
      Sid: "KeepOtherKeys",
      Effect: "Deny",
      Action: "kms:TagResource",
      Resource: "*",
      Condition: { "ForAnyValue:StringNotLike": { "kms:ResourceAliases": `alias/${environment.name}-*` } },
    },
    {
      Sid: "KeepKeysOfOtherEnvironments",
      Effect: "Deny",
      Action: "kms:TagResource",
      Resource: "*",
      Condition: {
        Null: { "aws:ResourceTag/environment": "false" },
        StringNotEquals: { "aws:ResourceTag/environment": environment.name },
      },
    },
    {
      Sid: "KeepStateAlias",
      Effect: "Deny",
      Action: ["kms:CreateAlias", "kms:DeleteAlias", "kms:UpdateAlias"],
      Resource: keyAliasArn(environment, account, stateKeyAlias(environment, account)),
    },
  ];
}
