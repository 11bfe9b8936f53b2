import type { Classification } from "../../contract/classification";
import type { Account } from "./account";

/** An account whose people query the lake. */
export interface ConsumerAccount extends Account {
  /** IAM roles of this account, by name or ARN, that administer Lake Formation besides the deploy role. At most 29. */
  readonly administrators: readonly string[];
  /**
   * IAM roles of this account, by name or ARN, that see all of Lake Formation and change nothing, such as the one that
   * `lake-audit verify` takes on. At most 30; whoever else is made one by hand is removed by the next plan.
   * @default - none
   */
  readonly readOnlyAdministrators?: readonly string[];
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
  /**
   * Name that the team was first deployed under, if it has another one now. Its workgroup, bucket of results and key keep
   * that name for good, with what they hold; its role has the new one.
   * @default - the team has the name that it always had
   */
  readonly formerly?: string;
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
  /**
   * Environments that have it: it waits until the mark is removed, which promotes it to the others (docs/environments.md).
   * @default - every environment
   */
  readonly onlyIn?: readonly string[];
}

/** Zone of the lake that a share opens. */
export type Layer = "raw" | "curated";

/** Rows whose column has one of some values, or for which a condition over columns of the table is true. */
export type RowRule =
  | { readonly column: string; readonly values: readonly (string | number | boolean)[] }
  | { readonly expression: string };
