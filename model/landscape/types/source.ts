import type { AuroraEngine, Engine } from "../../contract/engine";
import type { Waiver } from "../waivers";
import type { TableContract } from "./table";

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
   * Hours between two looks of the crawler at new files, counted from 04:00 UTC: 1, 2, 3, 4, 6, 8, 12 or 24.
   * @default 24
   */
  readonly crawlEveryHours?: number;
  /**
   * Hour of the day, UTC, at which current-state tables are compared with the source: a quiet one.
   * @default 3
   */
  readonly reconcileAtHour?: number;
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
  /** Aurora engine version, as AWS lists it: `8.0.mysql_aurora.3.12.0`, `8.4.mysql_aurora.8.4.7`, `18.3`. */
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
