/** Which functions of `names.ts` name what, and for which parts of the landscape they are called. */
import type { Renamed } from "./first-name";
import type { Account } from "./landscape/types";
import type { LimitKind } from "./limits";
import * as names from "./names";

/** What a name is computed from. */
export interface NameContext {
  readonly environment: names.EnvironmentParts;
  /** Account that owns the named thing. */
  readonly account: Pick<Account, "name" | "id" | "deployRole">;
  /** What the thing is for: an account, a source or a team. */
  readonly subject: Renamed;
}

interface Row {
  /** One thing for each kind bears the name. */
  readonly kinds: readonly LimitKind[];
  /** The longest name where there are several, for example one for each zone. */
  readonly name: (context: NameContext) => string;
}

type NameFunction = {
  [Key in keyof typeof names]: (typeof names)[Key] extends (...values: never[]) => string ? Key : never;
}[keyof typeof names];
type Table = { readonly [Key in NameFunction]?: Row };

type ForSubject = (environment: names.EnvironmentParts, subject: { readonly name: string }) => string;
const row = (name: ForSubject, ...kinds: readonly LimitKind[]): Row => ({
  kinds,
  name: ({ environment, subject }) => name(environment, subject),
});

/** Once in every environment; account and subject are governance. */
export const FOR_ENVIRONMENT = {
  alarmTopicName: row(names.alarmTopicName, "topic"),
  alarmKeyAlias: row(names.alarmKeyAlias, "keyAlias"),
  accessLogBucketName: row(names.accessLogBucketName, "bucket"),
  trailBucketName: row(names.trailBucketName, "bucket"),
  catalogKeyAlias: row(names.catalogKeyAlias, "keyAlias"),
  trailName: row(names.trailName, "trail"),
  trailKeyAlias: row(names.trailKeyAlias, "keyAlias"),
  auditorsName: row(names.auditorsName, "role", "workgroup"),
  auditorsResultsBucketName: row(names.auditorsResultsBucketName, "bucket"),
  auditorsKeyAlias: row(names.auditorsKeyAlias, "keyAlias"),
} as const satisfies Table;

/** For every account; the subject is the account. */
export const FOR_ACCOUNT = {
  deployRoleName: { kinds: ["role"], name: ({ account }) => names.deployRoleName(account) },
  planRoleName: { kinds: ["role"], name: ({ account }) => names.planRoleName(account) },
  stateRoleName: { kinds: ["role"], name: ({ account }) => names.stateRoleName(account) },
  boundaryName: { kinds: ["policy"], name: ({ account }) => names.boundaryName(account) },
  limitsName: { kinds: ["policy"], name: ({ account }) => names.limitsName(account) },
  stateBucketName: {
    kinds: ["bucket"],
    name: ({ environment, account }) => names.stateBucketName(environment, account),
  },
  stateKeyAlias: { kinds: ["keyAlias"], name: ({ environment, account }) => names.stateKeyAlias(environment, account) },
} as const satisfies Table;

/** For every producer; the subject is the producer. */
export const FOR_PRODUCER = {
  vpcName: row(names.vpcName, "tagValue"),
  networkKeyAlias: row(names.networkKeyAlias, "keyAlias"),
  flowLogRoleName: row(names.flowLogRoleName, "role"),
  endpointsSecurityGroupName: row(names.endpointsSecurityGroupName, "securityGroup"),
  alarmTopicName: row(names.alarmTopicName, "topic"),
  alarmKeyAlias: row(names.alarmKeyAlias, "keyAlias"),
  dashboardName: row(names.dashboardName, "dashboard"),
} as const satisfies Table;

/** For every source; the account is the producer. */
export const FOR_SOURCE = {
  clusterId: row(names.clusterId, "cluster"),
  replicationSecretName: row(names.replicationSecretName, "secret"),
  replicationId: row(names.replicationId, "replicationInstance"),
  replicationTaskId: row(
    (environment, source) => names.replicationTaskId(environment, { ...source, generation: 99 }),
    "dmsResource",
  ),
  readinessName: row(names.readinessName, "role", "function"),
  writerRoleName: row(names.writerRoleName, "role"),
  secretReaderRoleName: row(names.secretReaderRoleName, "role"),
  zoneBucketName: row((environment, source) => names.zoneBucketName(environment, source, "curated"), "bucket"),
  zoneKeyAlias: row((environment, source) => names.zoneKeyAlias(environment, source, "curated"), "keyAlias"),
  locationRoleName: row(names.locationRoleName, "role"),
  curatedDatabase: row((_, source) => names.curatedDatabase(source), "database"),
  changesDatabase: row((_, source) => names.changesDatabase(source), "database"),
  loadsDatabase: row((_, source) => names.loadsDatabase(source), "database"),
  discoveredDatabase: row((_, source) => names.discoveredDatabase(source), "database"),
  crawlerName: row(names.crawlerName, "crawler", "role"),
  crawlQueueName: row(names.crawlQueueName, "queue"),
  crawlDeadLetterQueueName: row(names.crawlDeadLetterQueueName, "queue"),
  crawlerKeyAlias: row(names.crawlerKeyAlias, "keyAlias"),
  crawlFailureName: row(names.crawlFailureName, "rule"),
  removalName: row(names.removalName, "rule"),
  replicaBucketName: row((environment, source) => names.replicaBucketName(environment, source, "curated"), "bucket"),
  replicaRoleName: row(names.replicaRoleName, "role"),
  tablesName: row(names.tablesName, "role", "function", "workgroup"),
  reconciliationName: row(
    names.reconciliationName,
    "role",
    "function",
    "schedule",
    "workgroup",
    "eventBus",
    "rule",
    "stateMachine",
  ),
  reconciliationStarterName: row(names.reconciliationStarterName, "role"),
  reconciliationLogGroupName: row(names.reconciliationLogGroupName, "logGroup"),
  reconciliationResultsBucketName: row(names.reconciliationResultsBucketName, "bucket"),
  optimizerRoleName: row(names.optimizerRoleName, "role"),
  tablesResultsBucketName: row(names.tablesResultsBucketName, "bucket"),
  curationName: row(names.curationName, "role", "workgroup", "stateMachine", "dynamodbTable"),
  dailyMergeName: row(names.dailyMergeName, "schedule"),
  mergeLogGroupName: row(names.mergeLogGroupName, "logGroup"),
  mergeRunsKeyAlias: row(names.mergeRunsKeyAlias, "keyAlias"),
  curationResultsBucketName: row(names.curationResultsBucketName, "bucket"),
  sourceKeyAlias: row(names.sourceKeyAlias, "keyAlias"),
  clusterSecurityGroupName: row(names.clusterSecurityGroupName, "securityGroup"),
  monitoringRoleName: row(names.monitoringRoleName, "role"),
  scheduleRoleName: row(names.scheduleRoleName, "role"),
  stackId: {
    kinds: ["stack"],
    name: ({ environment, account, subject }) => names.stackId(environment, account, "replication", subject.name),
  },
} as const satisfies Table;

/** For every team; the account is the consumer. */
export const FOR_TEAM = {
  teamName: {
    kinds: ["role"],
    name: ({ environment, account, subject }) => names.teamName(environment, account, subject),
  },
  teamWorkgroupName: {
    kinds: ["workgroup"],
    name: ({ environment, account, subject }) => names.teamWorkgroupName(environment, account, subject),
  },
  teamResultsBucketName: {
    kinds: ["bucket"],
    name: ({ environment, account, subject }) => names.teamResultsBucketName(environment, account, subject),
  },
  teamKeyAlias: {
    kinds: ["keyAlias"],
    name: ({ environment, account, subject }) => names.teamKeyAlias(environment, account, subject),
  },
} as const satisfies Table;

/** Every table. The compiler proves that no function of `names.ts` is missing. */
export const NAME_TABLES = {
  ...FOR_ENVIRONMENT,
  ...FOR_ACCOUNT,
  ...FOR_PRODUCER,
  ...FOR_SOURCE,
  ...FOR_TEAM,
} as const satisfies Required<Table>;
