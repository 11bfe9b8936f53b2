/**
 * Every name that two places must agree on, computed from the landscape. Both sides of a cross-account relation call the
 * same function, so no stack has to read another one's state.
 */
import { firstName, type Renamed } from "./first-name";
import type { Account, Environment } from "./landscape/types";

/** What names are made of. Every `Environment` has it; a landscape that is still being checked may have no more. */
export type EnvironmentParts = Pick<Environment, "name" | "organization"> & {
  readonly governance: Pick<Account, "id">;
};

/** Accounts, sources and teams. */
interface Named {
  readonly name: string;
}

const DEFAULT_DEPLOY_ROLE = "lake-deploy";

/** Zones of the lake, each a bucket of its own per source. */
export type Zone = "raw" | "curated";

/** Id of a stack: `<environment>-<account>-<concern>[-<source or consumer>]`. */
export function stackId(environment: Named, account: Named, concern: string, subject?: string): string {
  return [environment.name, account.name, concern, ...(subject === undefined ? [] : [subject])].join("-");
}

/** Name of the role that Terraform assumes in an account. */
export function deployRoleName(account: Pick<Account, "deployRole">): string {
  return account.deployRole ?? DEFAULT_DEPLOY_ROLE;
}

/** Role that may look at everything that the deploy role manages, and change nothing: for plans. */
export const planRoleName = (account: Pick<Account, "deployRole">): string => `${deployRoleName(account)}-plan`;

/** Role that reads, writes and locks the account's Terraform states, and does nothing else. */
export const stateRoleName = (account: Pick<Account, "deployRole">): string => `${deployRoleName(account)}-state`;

/** Policy that bounds the rights of every role that the deploy role makes. */
export const boundaryName = (account: Pick<Account, "deployRole">): string => `${deployRoleName(account)}-boundary`;

/** Policy that bounds the deploy role and the plan role themselves. */
export const limitsName = (account: Pick<Account, "deployRole">): string => `${deployRoleName(account)}-limits`;

/** Bucket for the account's Terraform states. */
export const stateBucketName = (environment: EnvironmentParts, account: Pick<Account, "id">): string =>
  `${environment.organization}-${environment.name}-state-${account.id}`;

/** Alias of the key for the account's Terraform states. */
export const stateKeyAlias = (environment: EnvironmentParts, account: Named): string =>
  `alias/${environment.name}-${account.name}-state`;

/** Name tag of the producer's VPC, by which the stacks behind `network` look it up. */
export const vpcName = (environment: EnvironmentParts, producer: Named): string =>
  `${environment.name}-${producer.name}-lake`;

/** Aurora cluster of a source. */
export const clusterId = (environment: EnvironmentParts, source: Named): string => `${environment.name}-${source.name}`;

/** Secret with host, port, user name and password of the replication user. */
export const replicationSecretName = (environment: EnvironmentParts, source: Named): string =>
  `${environment.name}/${source.name}/replication`;

/** User that DMS logs in as. */
export const REPLICATION_USER = "lake_replication";

/** DMS replication instance, endpoints and task of a source share this stem. */
export const replicationId = (environment: EnvironmentParts, source: Named): string =>
  `${environment.name}-${source.name}`;

/** DMS task of a source, and the end of its ARN. A new generation is a new task, for AWS moves no task to another endpoint. */
export const replicationTaskId = (
  environment: EnvironmentParts,
  source: Named & { readonly generation?: number | undefined },
): string => `${environment.name}-${source.name}${generationSuffix(source)}`;

/** Nothing for the first generation, which is the only one that most sources ever have. */
function generationSuffix({ generation = 1 }: { readonly generation?: number | undefined }): string {
  return generation === 1 ? "" : `-g${generation}`;
}

/** Role in the producer account by which DMS writes to the raw bucket. */
export const writerRoleName = (environment: EnvironmentParts, source: Named): string =>
  `${environment.name}-${source.name}-lake-writer`;

/** Role in the producer account by which DMS reads the replication secret. */
export const secretReaderRoleName = (environment: EnvironmentParts, source: Named): string =>
  `${environment.name}-${source.name}-dms-secret`;

/** Bucket of one source and zone. */
export const zoneBucketName = (environment: EnvironmentParts, source: Named, zone: Zone): string =>
  `${environment.organization}-${environment.name}-${source.name}-${zone}-${environment.governance.id}`;

/** Alias of the key that encrypts one source's zone. */
export const zoneKeyAlias = (environment: EnvironmentParts, source: Named, zone: Zone): string =>
  `alias/${environment.name}-${source.name}-${zone}`;

/** Role by which Lake Formation hands out access to a zone. */
export const locationRoleName = (environment: EnvironmentParts, source: Named): string =>
  `${environment.name}-${source.name}-lake-location`;

/** Bucket for server access logs of the lake. */
export const accessLogBucketName = (environment: EnvironmentParts): string =>
  `${environment.organization}-${environment.name}-access-logs-${environment.governance.id}`;

/** Bucket for the audit trail. */
export const trailBucketName = (environment: EnvironmentParts): string =>
  `${environment.organization}-${environment.name}-trail-${environment.governance.id}`;

/** Catalog database of one source's current-state tables. */
export const curatedDatabase = (source: Named): string => source.name;

/** Catalog database of one source's declared change tables. */
export const changesDatabase = (source: Named): string => `${source.name}_changes`;

/** Catalog database of one source's declared tables over the files of the full load, for the merge alone. */
export const loadsDatabase = (source: Named): string => `${source.name}_loads`;

/** Catalog database of what the crawler finds. */
export const discoveredDatabase = (source: Named): string => `${source.name}_discovered`;

/** Crawler of one source's raw zone, and its role. */
export const crawlerName = (environment: EnvironmentParts, source: Named): string =>
  `${environment.name}-${source.name}-discovery`;

/** Queue in which S3 tells a source's crawler of new files. */
export const crawlQueueName = (environment: EnvironmentParts, source: Named): string =>
  `${environment.name}-${source.name}-discovery`;

/** Queue for what a source's crawler cannot read. */
export const crawlDeadLetterQueueName = (environment: EnvironmentParts, source: Named): string =>
  `${environment.name}-${source.name}-discovery-dead-letters`;

/** Alias of the key for the logs of a source's crawler. */
export const crawlerKeyAlias = (environment: EnvironmentParts, source: Named): string =>
  `alias/${environment.name}-${source.name}-discovery`;

/** Rule and alarm for runs of a source's crawler that fail. */
export const crawlFailureName = (environment: EnvironmentParts, source: Named): string =>
  `${environment.name}-${source.name}-discovery-failed`;

/** Rule and alarm for files that are removed from a source's raw zone. */
export const removalName = (environment: EnvironmentParts, source: Named): string =>
  `${environment.name}-${source.name}-raw-removals`;

/** Bucket with the copy of one source and zone in the second Region. */
export const replicaBucketName = (environment: EnvironmentParts, source: Named, zone: Zone): string =>
  `${environment.organization}-${environment.name}-${source.name}-${zone}-dr-${environment.governance.id}`;

/** Role by which S3 copies a source's files to the second Region. */
export const replicaRoleName = (environment: EnvironmentParts, source: Named): string =>
  `${environment.name}-${source.name}-lake-replica`;

/** Role, workgroup, state machine, table of locks and watermarks, and schedule of one source's merge share this name. */
export const curationName = (environment: EnvironmentParts, source: Named): string =>
  `${environment.name}-${source.name}-curation`;

/** Schedule of one source's daily wide merge. */
export const dailyMergeName = (environment: EnvironmentParts, source: Named): string =>
  `${curationName(environment, source)}-daily`;

/**
 * Log group of one source's merge runs. Groups of this folder need no growing resource policy.
 * https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html
 */
export const mergeLogGroupName = (environment: EnvironmentParts, source: Named): string =>
  `/aws/vendedlogs/states/${curationName(environment, source)}`;

/** Alias of the key for the runs of one source's merge: their state, history and logs. */
export const mergeRunsKeyAlias = (environment: EnvironmentParts, source: Named): string =>
  `alias/${environment.name}-${source.name}-merge-runs`;

/** Bucket for the results of one source's merge statements. */
export const curationResultsBucketName = (environment: EnvironmentParts, source: Named): string =>
  `${environment.organization}-${environment.name}-${source.name}-merge-${environment.governance.id}`;

/** Function, role and workgroup that bring a source's current-state tables to their contracts share this name. */
export const tablesName = (environment: EnvironmentParts, source: Named): string =>
  `${environment.name}-${source.name}-tables`;

/**
 * What compares a source with its current-state tables: in the producer's account role, function and schedule, in governance
 * role, workgroup, bus, rule and state machine.
 */
export const reconciliationName = (environment: EnvironmentParts, source: Named): string =>
  `${environment.name}-${source.name}-reconciliation`;

/** Role that starts it, in either account. */
export const reconciliationStarterName = (environment: EnvironmentParts, source: Named): string =>
  `${environment.name}-${source.name}-reconciliation-start`;

/** Log group of its state machine. */
export const reconciliationLogGroupName = (environment: EnvironmentParts, source: Named): string =>
  `/aws/vendedlogs/states/${reconciliationName(environment, source)}`;

/** Bucket for the results of its queries. */
export const reconciliationResultsBucketName = (environment: EnvironmentParts, source: Named): string =>
  `${environment.organization}-${environment.name}-${source.name}-checks-${environment.governance.id}`;

/** Role by which Glue compacts a source's current-state tables. */
export const optimizerRoleName = (environment: EnvironmentParts, source: Named): string =>
  `${environment.name}-${source.name}-optimizer`;

/** Bucket for what Athena says about statements that change a source's tables. */
export const tablesResultsBucketName = (environment: EnvironmentParts, source: Named): string =>
  `${environment.organization}-${environment.name}-${source.name}-tables-${environment.governance.id}`;

/** Role of a team. */
export const teamName = (environment: EnvironmentParts, consumer: Named, team: Named): string =>
  `${environment.name}-${consumer.name}-${team.name}`;

/**
 * Athena workgroup of a team. It holds the queries of people, so it keeps its name when the team gets another one; AWS
 * deletes no workgroup that holds any. https://docs.aws.amazon.com/athena/latest/APIReference/API_DeleteWorkGroup.html
 */
export const teamWorkgroupName = (environment: EnvironmentParts, consumer: Named, team: Renamed): string =>
  `${environment.name}-${consumer.name}-${firstName(team)}`;

/** Bucket for a team's query results. */
export const teamResultsBucketName = (
  environment: EnvironmentParts,
  consumer: Pick<Account, "id">,
  team: Renamed,
): string => `${environment.organization}-${environment.name}-${firstName(team)}-results-${consumer.id}`;

/** Alias of the key for a producer's flow logs. */
export const networkKeyAlias = (environment: EnvironmentParts, producer: Named): string =>
  `alias/${environment.name}-${producer.name}-network`;

/** Role by which VPC flow logs reach CloudWatch. */
export const flowLogRoleName = (environment: EnvironmentParts, producer: Named): string =>
  `${environment.name}-${producer.name}-flow-logs`;

/** Security group of a producer's VPC endpoints. */
export const endpointsSecurityGroupName = (environment: EnvironmentParts, producer: Named): string =>
  `${vpcName(environment, producer)}-endpoints`;

/** Topic that hears of everything that goes wrong in an account: governance or a producer. */
export const alarmTopicName = (environment: EnvironmentParts, account: Named): string =>
  `${environment.name}-${account.name}-alarms`;

/** Alias of the key for an account's alarms. */
export const alarmKeyAlias = (environment: EnvironmentParts, account: Named): string =>
  `alias/${environment.name}-${account.name}-alarms`;

/** Dashboard of a producer's replication. */
export const dashboardName = (environment: EnvironmentParts, producer: Named): string =>
  `${environment.name}-${producer.name}-replication`;

/** Function, and its role, that makes a source ready for change capture. */
export const readinessName = (environment: EnvironmentParts, source: Named): string =>
  `${environment.name}-${source.name}-readiness`;

/** Alias of the key for a source's database, secret and replication storage. */
export const sourceKeyAlias = (environment: EnvironmentParts, source: Named): string =>
  `alias/${environment.name}-${source.name}-source`;

/** Security group of a source's cluster. */
export const clusterSecurityGroupName = (environment: EnvironmentParts, source: Named): string =>
  `${environment.name}-${source.name}-cluster`;

/** Role by which RDS reports operating system metrics. */
export const monitoringRoleName = (environment: EnvironmentParts, source: Named): string =>
  `${environment.name}-${source.name}-rds-monitoring`;

/** Alias of the key that encrypts the Glue Data Catalog. */
export const catalogKeyAlias = (environment: EnvironmentParts): string => `alias/${environment.name}-catalog`;

/** Audit trail of an environment. */
export const trailName = (environment: EnvironmentParts): string => `${environment.name}-lake-trail`;

/** Alias of the key for the audit trail. */
export const trailKeyAlias = (environment: EnvironmentParts): string => `alias/${environment.name}-trail`;

/** Alias of the key for a team's query results. */
export const teamKeyAlias = (environment: EnvironmentParts, consumer: Named, team: Renamed): string =>
  `alias/${environment.name}-${consumer.name}-${firstName(team)}`;

/** Role by which EventBridge Scheduler starts a source's merge. */
export const scheduleRoleName = (environment: EnvironmentParts, source: Named): string =>
  `${environment.name}-${source.name}-merge-schedule`;

/** Catalog database over the audit trail. No source has a name with an underscore. */
export const AUDIT_DATABASE = "lake_audit";

/** Role and Athena workgroup of the auditors share this name. */
export const auditorsName = (environment: EnvironmentParts): string => `${environment.name}-lake-auditors`;

/** Bucket for the auditors' query results. */
export const auditorsResultsBucketName = (environment: EnvironmentParts): string =>
  `${environment.organization}-${environment.name}-audit-results-${environment.governance.id}`;

/** Alias of the key for the auditors' query results. */
export const auditorsKeyAlias = (environment: EnvironmentParts): string => `alias/${environment.name}-auditors`;
