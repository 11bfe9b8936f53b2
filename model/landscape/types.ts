/**
 * The landscape: what exists, as data. Everything the platform deploys follows from it.
 * `schema.ts` checks its shape when it is loaded, `checks/` what the shape alone cannot say.
 */
import type { Classification } from "../contract/classification";
import type { Engine } from "../contract/engine";

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
}

/** Owns operational databases and their replication. */
export interface ProducerAccount extends Account {
  readonly network: Network;
  readonly sources: readonly Source[];
}

/** A private network without a route to the internet. */
export interface Network {
  /** IPv4 block of the VPC, /16 to /24, overlapping no other network of the environment. */
  readonly cidr: string;
  /** Two or three availability zones, for example `eu-central-1a`; each gets one subnet. */
  readonly zones: readonly string[];
}

/** One operational database and how it reaches the lake. */
export interface Source {
  /** One lower-case word, unique in the environment: the catalog database of its current-state tables. */
  readonly name: string;
  /** Business domain that its tables belong to; shares name domains. */
  readonly domain: string;
  readonly engine: Engine;
  /** Aurora engine version, for example `8.0.mysql_aurora.3.08.2` or `16.6`. */
  readonly engineVersion: string;
  /** Name of the database inside the cluster. */
  readonly database: string;
  /** Instance class of the cluster's writer and readers, for example `db.r6g.large`. */
  readonly instanceClass: string;
  /**
   * Number of cluster instances, the writer included.
   * @default 2
   */
  readonly instances?: number;
  /**
   * Raise by one to give the replication user a new password at the next deployment.
   * @default 1
   */
  readonly credentialVersion?: number;
  readonly replication: Replication;
  /**
   * Minutes between two runs of the merge into the current-state tables, 1 to 59.
   * @default 5
   */
  readonly mergeEveryMinutes?: number;
  readonly tables: readonly TableContract[];
}

/** The DMS instance of a source. */
export interface Replication {
  /** For example `dms.t3.medium`. */
  readonly instanceClass: string;
  /** DMS engine version, pinned, for example `3.5.4`. */
  readonly engineVersion: string;
  /** Storage in GiB for cached changes and logs, 5 to 6144. */
  readonly storageGb: number;
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
  readonly teams: readonly Team[];
}

/** People who see the same. Each team has an IAM role and an Athena workgroup of its own. */
export interface Team {
  /** Lower-case words joined by hyphens, unique within the account. */
  readonly name: string;
  /** ARNs of the principals of the same account that may assume the team's role. */
  readonly assumedBy: readonly string[];
  /** Days that query results are kept. */
  readonly resultRetentionDays: number;
  /** GiB that one query may scan before Athena cancels it. */
  readonly scanLimitGb: number;
  readonly shares: readonly Share[];
}

/** This team may read this domain up to this classification. */
export interface Share {
  readonly domain: string;
  /** Highest classification that the team may read. */
  readonly upTo: Exclude<Classification, "forbidden">;
  /** Why the team needs it. */
  readonly purpose: string;
  /** Who answers for it: an e-mail address. */
  readonly owner: string;
}
