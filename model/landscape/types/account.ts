import type { Network } from "./network";
import type { Source } from "./source";
import type { LakeStorage } from "./storage";

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

/** An account with an alarm topic of its own. */
export interface AlarmedAccount extends Account {
  /** E-mail addresses that hear of alarms and events of the account; each confirms its subscription once. */
  readonly alarmSubscribers: readonly string[];
}

/** Owns lake, catalog and permissions. */
export interface GovernanceAccount extends AlarmedAccount {
  /** IAM roles of this account, by name or ARN, that administer Lake Formation besides the deploy role. At most 29. */
  readonly administrators: readonly string[];
  /**
   * IAM roles of this account, by name or ARN, that see all of Lake Formation and change nothing, such as the one that
   * `lake-audit verify` takes on. At most 30; whoever else is made one by hand is removed by the next plan.
   * @default - none
   */
  readonly readOnlyAdministrators?: readonly string[];
  /** Days that access logs, flow logs and audit trails are kept, in every account: a period that CloudWatch Logs knows. */
  readonly logRetentionDays: number;
  /**
   * Quota of the account for active DML queries of Athena, which merges may use four fifths of.
   * @default 20, the least that AWS gives
   */
  readonly athenaQueries?: number;
  /**
   * People who read the audit trail with Athena.
   * @default - nobody; the trail is written all the same
   */
  readonly auditors?: Auditors;
  /**
   * Storage classes, lock and copies of the lake's buckets.
   * @default - see its properties
   */
  readonly storage?: LakeStorage;
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
export interface ProducerAccount extends AlarmedAccount {
  readonly network: Network;
  readonly sources: readonly Source[];
}
