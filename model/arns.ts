/** ARNs computed from names, so that no stack has to look them up. Partition `aws` only. */
import type { Account, Environment } from "./landscape/types";
import { alarmTopicName, boundaryName, deployRoleName, planRoleName, stateRoleName } from "./names";

export const roleArn = (account: Pick<Account, "id">, roleName: string): string =>
  `arn:aws:iam::${account.id}:role/${roleName}`;

/** A role of an account, given by name or by ARN. A role with a path has the path in its ARN, so only the ARN names it. */
export const namedRoleArn = (account: Pick<Account, "id">, role: string): string =>
  role.startsWith("arn:") ? role : roleArn(account, role);

/** The name of a role that is given by name or ARN, without its path. */
export const nameOfRole = (role: string): string => role.split("/").at(-1) ?? role;

/** The account itself as a principal: every identity in it that its own administrators allow. */
export const accountRootArn = (account: Account): string => `arn:aws:iam::${account.id}:root`;

/** Role that Terraform assumes in an account. */
export const deployRoleArn = (account: Account): string => roleArn(account, deployRoleName(account));

/** Role that plans in an account. */
export const planRoleArn = (account: Account): string => roleArn(account, planRoleName(account));

/** Role that reads and writes the account's Terraform states. */
export const stateRoleArn = (account: Account): string => roleArn(account, stateRoleName(account));

export const policyArn = (account: Account, policyName: string): string =>
  `arn:aws:iam::${account.id}:policy/${policyName}`;

/** Policy that bounds every role that the deploy role makes. */
export const boundaryArn = (account: Account): string => policyArn(account, boundaryName(account));

export const bucketArn = (bucketName: string): string => `arn:aws:s3:::${bucketName}`;

/** `alias` begins with `alias/`. DescribeKey takes it for another account's key too. */
export const keyAliasArn = (environment: Environment, account: Account, alias: string): string =>
  `arn:aws:kms:${environment.region}:${account.id}:${alias}`;

/**
 * A secret's ARN without the six random characters at its end. DMS and Secrets Manager accept it as a secret id:
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/troubleshoot.html#ARN_secretnamehyphen
 */
export const partialSecretArn = (environment: Environment, account: Account, secretName: string): string =>
  `arn:aws:secretsmanager:${environment.region}:${account.id}:secret:${secretName}`;

/** The same for IAM policies, where each `?` stands for one random character. */
export const secretArnPattern = (environment: Environment, account: Account, secretName: string): string =>
  `${partialSecretArn(environment, account, secretName)}-??????`;

export const workgroupArn = (environment: Environment, account: Account, workgroup: string): string =>
  `arn:aws:athena:${environment.region}:${account.id}:workgroup/${workgroup}`;

export const glueCatalogArn = (environment: Environment, account: Account): string =>
  `arn:aws:glue:${environment.region}:${account.id}:catalog`;

export const glueDatabaseArn = (environment: Environment, account: Account, database: string): string =>
  `arn:aws:glue:${environment.region}:${account.id}:database/${database}`;

/** `table` may be `*`. */
export const glueTableArn = (environment: Environment, account: Account, database: string, table: string): string =>
  `arn:aws:glue:${environment.region}:${account.id}:table/${database}/${table}`;

export const topicArn = (environment: Environment, account: Account, topic: string): string =>
  `arn:aws:sns:${environment.region}:${account.id}:${topic}`;

export const queueArn = (environment: Environment, account: Account, queue: string): string =>
  `arn:aws:sqs:${environment.region}:${account.id}:${queue}`;

/** The topic for everything that goes wrong in an account: governance or a producer. */
export const alarmTopicArn = (environment: Environment, account: Account): string =>
  topicArn(environment, account, alarmTopicName(environment, account));

export const clusterArn = (environment: Environment, account: Account, cluster: string): string =>
  `arn:aws:rds:${environment.region}:${account.id}:cluster:${cluster}`;

export const logGroupArn = (environment: Environment, account: Account, logGroup: string): string =>
  `arn:aws:logs:${environment.region}:${account.id}:log-group:${logGroup}`;

export const stateMachineArn = (environment: Environment, account: Account, name: string): string =>
  `arn:aws:states:${environment.region}:${account.id}:stateMachine:${name}`;

/** ARNs of all executions of a state machine, those of its maps' items included. */
export const executionArns = (environment: Environment, account: Account, stateMachine: string): readonly string[] =>
  [":*", "/*"].map((end) => `arn:aws:states:${environment.region}:${account.id}:execution:${stateMachine}${end}`);

export const eventBusArn = (environment: Environment, account: Account, bus: string): string =>
  `arn:aws:events:${environment.region}:${account.id}:event-bus/${bus}`;

export const dynamodbTableArn = (environment: Environment, account: Account, table: string): string =>
  `arn:aws:dynamodb:${environment.region}:${account.id}:table/${table}`;
