import type { Destroyable } from "../waivers";
import type { GovernanceAccount, ProducerAccount } from "./account";
import type { Backend } from "./backend";
import type { ConsumerAccount } from "./consumer";
import type { Deployment } from "./deployment";
import type { SavedQuery } from "./query";

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
  /**
   * Who deploys, besides Terraform Cloud's workload identity when the backend is `cloud`.
   * @default - whom the administrators of each account allow to assume its roles
   */
  readonly deployment?: Deployment;
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
  /**
   * Stacks whose data may be destroyed, for a while.
   * @default - none
   */
  readonly destroyable?: readonly Destroyable[];
}
