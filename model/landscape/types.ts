/**
 * The landscape: what exists, as data. Everything the platform deploys follows from it.
 * `schema.ts` checks its shape when it is loaded, `checks/` what the shape alone cannot say.
 */
import type { Classification } from "../contract/classification";
import type { AuroraEngine, Engine } from "../contract/engine";
import type { FilterOperator } from "../contract/filter-operator";
import type { Waiver } from "./waivers";

/** All environments. One synth writes every one of them. */
export interface Landscape {
  readonly environments: readonly Environment[];
}

/** One complete platform, for example `prod`: one governance account and everybody connected to it. */
export interface Environment {
  /** One lower-case word, for example `prod`. First part of every stack id. */
  readonly name: string;
  /** Short lower-case name of the bank; prefix of globally unique names such as buckets. */
  readonly organization: string;
  /** Id of the AWS organization, `o-` and 10 to 32 characters. Every resource policy is limited to it. */
  readonly organizationId: string;
  /** The one Region of the environment; DMS writes only to a bucket in its own Region. */
  readonly region: string;
  /** Where Terraform states are kept. */
  readonly backend: Backend;
  /** Tags for every resource, for example a cost centre. */
  readonly tags: Readonly<Record<string, string>>;
  readonly governance: GovernanceAccount;
  readonly producers: readonly ProducerAccount[];
  readonly consumers: readonly ConsumerAccount[];
  /**
   * Saved queries. Each team whose shares cover all of a query's columns gets it in its workgroup.
   * @default - no queries
   */
  readonly queries?: readonly SavedQuery[];
}

/** States in files below the project folder: for trials on one machine. */
export interface LocalBackend {
  readonly kind: "local";
  /** Folder of the states, relative to the project folder. */
  readonly directory: string;
}

export type Backend = LocalBackend;

/** What every account has. */
export interface Account {
  /** One lower-case word: `cdktf deploy '<environment>-<account>-*'` then matches this account alone. */
  readonly name: string;
  /** The 12 digits of the AWS account id. */
  readonly id: string;
  /**
   * Name of the IAM role that Terraform assumes to deploy to this account.
   * @default "lake-deploy"
   */
  readonly deployRole?: string;
}

/** Owns lake, catalog and permissions. */
export interface GovernanceAccount extends Account {
  /** Names of IAM roles of this account that administer Lake Formation besides the deploy role. At most 29. */
  readonly administrators: readonly string[];
  /** Days that access logs, flow logs and audit trails are kept, in every account: a period that CloudWatch Logs knows. */
  readonly logRetentionDays: number;
  /**
   * People who read the audit trail with Athena.
   * @default - nobody; the trail is written all the same
   */
  readonly auditors?: Auditors;
}

/** Who reads the audit trail, in a workgroup of their own in the governance account. */
export interface Auditors {
  /** ARNs of the principals of the governance account that may assume the auditors' role. */
  readonly assumedBy: readonly string[];
  /** Days that query results are kept. */
  readonly resultRetentionDays: number;
  /** GiB that one query may scan before Athena cancels it. */
  readonly scanLimitGb: number;
}

/** Owns operational databases and their replication. */
export interface ProducerAccount extends Account {
  readonly network: Network;
  /** E-mail addresses that hear of alarms and DMS events of the account; each confirms its subscription once. */
  readonly alarmSubscribers: readonly string[];
  readonly sources: readonly Source[];
}

/** The network that databases and DMS are in: a new one, or one that the account has already. */
export type Network = NewNetwork | ExistingNetwork;

/** A private network without a route to the internet. */
export interface NewNetwork {
  /** IPv4 block of the VPC, /16 to /24, overlapping no other network of the environment. */
  readonly cidr: string;
  /** Two or three availability zones, for example `eu-central-1a`; each gets one subnet. */
  readonly zones: readonly string[];
}

/** A network that is not changed: its VPC endpoints, routes and flow logs are its owner's. */
export interface ExistingNetwork {
  /** For example `vpc-0a1b2c3d4e5f60718`. */
  readonly vpcId: string;
  /** Subnets for databases and DMS, in two or three availability zones. */
  readonly subnets: readonly ExistingSubnet[];
}

/** A subnet of an existing network. A plan fails when it is not in this VPC and zone. */
export interface ExistingSubnet {
  readonly id: string;
  readonly zone: string;
}

/** One operational database and how it reaches the lake: a cluster that the platform makes, or a database that exists. */
export type Source = ClusterSource | ExistingSource;

/** What every source has. */
export interface SourceParts {
  /** One lower-case word, unique in the environment: the catalog database of its current-state tables. */
  readonly name: string;
  /** Business domain that its tables belong to; shares name domains. */
  readonly domain: string;
  /** Name of the database inside the cluster or server. */
  readonly database: string;
  readonly replication: Replication;
  /**
   * Raise by one to load everything again into a new folder; files of earlier generations stay as they are.
   * @default 1
   */
  readonly generation?: number;
  /**
   * Longest large value (LOB), in KiB; a longer one stops the task. Needed as soon as a column has such a type.
   * @default - no column may be a large object
   */
  readonly lobMaxKb?: number;
  /**
   * Minutes between two runs of the merge into the current-state tables, 1 to 59.
   * @default 5
   */
  readonly mergeEveryMinutes?: number;
  /**
   * Settings that are weaker than the default, each with a reason.
   * @default - none
   */
  readonly waivers?: readonly Waiver[];
  readonly tables: readonly TableContract[];
}

/** An Aurora cluster that the platform makes. */
export interface ClusterSource extends SourceParts {
  readonly engine: AuroraEngine;
  /** Aurora engine version, for example `8.0.mysql_aurora.3.08.2` or `16.6`. */
  readonly engineVersion: string;
  /** Instance class of the cluster's writer and readers, for example `db.r6g.large`; `db.serverless` for Serverless v2. */
  readonly instanceClass: string;
  /**
   * Number of cluster instances, the writer included.
   * @default 2
   */
  readonly instances?: number;
  /** Aurora capacity units of each instance of class `db.serverless`. */
  readonly capacity?: AuroraCapacity;
  /**
   * Raise by one to give the replication user a new password at the next deployment.
   * @default 1
   */
  readonly credentialVersion?: number;
}

/** Range in which Serverless v2 scales an instance. */
export interface AuroraCapacity {
  /** Aurora capacity units, 0.5 to 256, in steps of a half. */
  readonly minimum: number;
  readonly maximum: number;
}

/** A database that exists: nothing is made but the replication. */
export interface ExistingSource extends SourceParts {
  readonly engine: Engine;
  readonly existing: ExistingDatabase;
}

/** Where an existing database is and how DMS logs in. */
export type ExistingDatabase = AwsDatabase | BankDatabase;

interface DatabasePlace {
  /** DNS name of the server or of the cluster's writer, as its certificate has it. */
  readonly host: string;
  readonly port: number;
  /** IPv4 block that the server's addresses are in; DMS may connect to it on the port, and to nothing else. */
  readonly cidr: string;
  /** ARN of a secret of the same account with `host`, `port`, `username` and `password` of the replication user. */
  readonly secretArn: string;
  /**
   * ARN of the key that encrypts the secret.
   * @default - the key that AWS manages for Secrets Manager
   */
  readonly secretKeyArn?: string;
}

/** Run by Amazon RDS, plain or Aurora: its certificates are known. */
export interface AwsDatabase extends DatabasePlace {
  readonly operatedBy: "aws";
}

/** Run by the bank itself. */
export interface BankDatabase extends DatabasePlace {
  readonly operatedBy: "bank";
  /** Certificates of the authority that signed the server's certificate, as PEM text. */
  readonly certificates: string;
}

/** What copies a source: a DMS instance of fixed size, or DMS Serverless. */
export type Replication = ReplicationInstance | ServerlessReplication;

/** The DMS instance of a source. */
export interface ReplicationInstance {
  /** For example `dms.t3.medium`. */
  readonly instanceClass: string;
  /** DMS engine version, pinned, for example `3.5.4`. */
  readonly engineVersion: string;
  /** Storage in GiB for cached changes and logs, 5 to 6144. */
  readonly storageGb: number;
}

/** DMS chooses size and engine version. Changes need a stop, apply and start: `docs/operations.md`. */
export interface ServerlessReplication {
  /** DMS capacity units of 2 GB each: 1, 2, 4, 8, 16, 32, 64, 128, 192, 256 or 384. */
  readonly minimumCapacity: number;
  readonly maximumCapacity: number;
}

/** A table as the source promises to deliver it. */
export interface TableContract {
  /** Schema (PostgreSQL) or database (MySQL) of the table at the source. */
  readonly schema: string;
  /** Lower-case name, unique within the source. */
  readonly name: string;
  /** What one row is. */
  readonly description: string;
  /** Columns that identify a row and never change. */
  readonly primaryKey: readonly string[];
  /** By column name, in the order of the table. */
  readonly columns: Readonly<Record<string, ColumnContract>>;
  /**
   * Only rows that meet every condition reach the lake.
   * @default - all rows
   */
  readonly onlyRows?: readonly RowCondition[];
}

/** A condition that DMS evaluates at the source. */
export interface RowCondition {
  readonly column: string;
  readonly operator: FilterOperator;
  /** Number, text or date, as text. */
  readonly value: string;
}

/** A column as the source promises to deliver it. */
export interface ColumnContract {
  /** Type in the words of the source's engine, for example `decimal(12,2)` or `timestamptz`. */
  readonly type: string;
  readonly classification: Classification;
  /** What the value means. */
  readonly description: string;
}

/** An account whose people query the lake. */
export interface ConsumerAccount extends Account {
  /** Names of IAM roles of this account that administer Lake Formation besides the deploy role. At most 29. */
  readonly administrators: readonly string[];
  /**
   * Whom governance grants domains to. A wider principal than the account reaches every account below it.
   * @default "account"
   */
  readonly grantTo?: GrantTo;
  /**
   * Id of the AWS organization that the account belongs to, if it is not the environment's. Not supported yet: the
   * landscape is refused with the steps to take by hand.
   * @default - the organization of the environment
   */
  readonly organizationId?: string;
  /**
   * ARN of an SNS topic of the account that hears of the account's alarms.
   * @default - alarms show in CloudWatch alone
   */
  readonly alarmTopic?: string;
  readonly teams: readonly Team[];
}

/** The account, or the ARN of an organizational unit or organization that it belongs to. */
export type GrantTo = "account" | { readonly organizationalUnit: string } | { readonly organization: string };

/** People who see the same. Each team has an IAM role and an Athena workgroup of its own. */
export interface Team {
  /** Lower-case words joined by hyphens, unique within the account. */
  readonly name: string;
  /** ARNs of the principals of the same account that may assume the team's role: roles, users, SAML providers. */
  readonly assumedBy: readonly string[];
  /**
   * ARN of a role of the account that the team has already. It gets the team's policy and grants; who may assume it
   * stays as it is, so `assumedBy` is empty.
   * @default - the team gets a role of its own
   */
  readonly existingRole?: string;
  /** Days that query results are kept. */
  readonly resultRetentionDays: number;
  /** GiB that one query may scan before Athena cancels it. */
  readonly scanLimitGb: number;
  /**
   * GiB that all queries of a day may scan before an alarm.
   * @default - ten times `scanLimitGb`
   */
  readonly dailyScanAlarmGb?: number;
  /**
   * Value of the tag `cost-centre` of the team's workgroup.
   * @default - the environment's
   */
  readonly costCentre?: string;
  readonly shares: readonly Share[];
}

/** This team may read this domain up to this classification. */
export interface Share {
  readonly domain: string;
  /**
   * Names of the tables.
   * @default - every table of the domain, those of the future included
   */
  readonly tables?: readonly string[];
  /** Highest classification that the team may read. */
  readonly upTo: Exclude<Classification, "forbidden">;
  /**
   * `raw` opens all changes of all columns, and is for engineers of the source.
   * @default "curated"
   */
  readonly layer?: Layer;
  /**
   * Rows that the team may read.
   * @default - all rows
   */
  readonly rows?: RowRule;
  /**
   * What the purpose names: each table that the share opens, with its columns above `internal`. When the share opens
   * more or less than this one day, the landscape is refused. Required when `upTo` is `restricted`.
   * @default - the share follows the domain
   */
  readonly covers?: Readonly<Record<string, readonly string[]>>;
  /** Why the team needs it. */
  readonly purpose: string;
  /** Who answers for it: an e-mail address. */
  readonly owner: string;
  /**
   * Last day of the share, `yyyy-MM-dd`. From the next day on the landscape is refused until the share is gone or longer.
   * @default - until somebody removes it
   */
  readonly until?: string;
}

/** Zone of the lake that a share opens. */
export type Layer = "raw" | "curated";

/** Rows whose column has one of some values, or for which a condition over columns of the table is true. */
export type RowRule =
  | { readonly column: string; readonly values: readonly (string | number | boolean)[] }
  | { readonly expression: string };

/** A question that people ask often, as SQL whose columns are checked against the contracts. */
export interface SavedQuery {
  /** Lower-case words joined by underscores: the name of the prepared statement. */
  readonly name: string;
  /** What it answers, for people. */
  readonly question: string;
  /** Tables by alias, each `<source>.<table>`. */
  readonly tables: Readonly<Record<string, string>>;
  /** What each `?` stands for, in order, with a value as an example. */
  readonly parameters: readonly QueryParameter[];
  /** Athena SQL in which `{alias}` stands for a table and `{alias.column}` for a column. */
  readonly sql: string;
}

/** A value that whoever runs a query supplies. */
export interface QueryParameter {
  readonly meaning: string;
  /** A literal in SQL, for example `10000` or `'EUR'`. */
  readonly example: string;
}
