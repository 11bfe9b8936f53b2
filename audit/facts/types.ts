/**
 * What decides about access, from wherever it was read: generated JSON, or live accounts. Texts may hold tokens, see
 * output/tokens.ts.
 */

import type { Policy } from "../policy/types";
import type { Cause } from "../types";

/** Value of an LF-tag, and who assigned it. */
export interface AssignedTag {
  readonly value: string;
  readonly cause: Cause;
}
export type AssignedTags = ReadonlyMap<string, AssignedTag>;

export interface DatabaseFact {
  /** Account whose catalog it is in. */
  readonly catalog: string;
  readonly name: string;
  readonly location?: string;
  readonly tags: AssignedTags;
  /** Whether a crawler makes tables in it, which no stack declares. */
  readonly crawled: boolean;
  /** ARN of the role that makes it and so holds everything on it; nothing when the JSON leaves it open. */
  readonly creator?: string;
  readonly cause: Cause;
}

export interface ColumnFact {
  readonly name: string;
  readonly type: string;
  /** Tags of its own. */
  readonly tags: AssignedTags;
}

export interface TableFact {
  readonly catalog: string;
  readonly database: string;
  readonly name: string;
  readonly location?: string;
  /** Partition columns too. */
  readonly columns: readonly ColumnFact[];
  /** Tags of the table itself. */
  readonly tags: AssignedTags;
  readonly cause: Cause;
}

export interface LinkFact {
  readonly account: string;
  readonly name: string;
  readonly catalog: string;
  readonly database: string;
  /** Nothing: the whole database. */
  readonly table?: string;
  readonly cause: Cause;
}

/** Which columns: all, these, or all but these. */
export type ColumnChoice =
  | { readonly kind: "all" }
  | { readonly kind: "only"; readonly names: readonly string[] }
  | { readonly kind: "except"; readonly names: readonly string[] };

/** Some rows and columns of a table. */
export interface FilterFact {
  readonly catalog: string;
  readonly database: string;
  readonly table: string;
  readonly name: string;
  readonly columns: ColumnChoice;
  /** Nothing: all rows. */
  readonly condition?: string;
  readonly cause: Cause;
}

export type GrantTarget =
  | { readonly kind: "catalog"; readonly catalog: string }
  | { readonly kind: "database"; readonly catalog: string; readonly database: string }
  | {
      readonly kind: "table";
      readonly catalog: string;
      readonly database: string;
      /** Nothing: every table. */
      readonly table?: string;
      readonly columns: ColumnChoice;
    }
  | {
      readonly kind: "filter";
      readonly catalog: string;
      readonly database: string;
      readonly table: string;
      readonly name: string;
    }
  | {
      readonly kind: "tags";
      readonly catalog: string;
      readonly resource: "DATABASE" | "TABLE";
      /** A resource must have one of the values of each key. */
      readonly expression: ReadonlyMap<string, readonly string[]>;
    }
  | { readonly kind: "location"; readonly catalog: string; readonly arn: string }
  | { readonly kind: "tag"; readonly catalog: string; readonly key: string; readonly values: readonly string[] };

export interface GrantFact {
  /** Account that grants. */
  readonly by: string;
  /** ARN, account id, or `IAM_ALLOWED_PRINCIPALS`. */
  readonly principal: string;
  readonly permissions: readonly string[];
  readonly grantable: readonly string[];
  readonly target: GrantTarget;
  readonly cause: Cause;
}

/** An LF-tag and the values that may be assigned. */
export interface TagFact {
  readonly catalog: string;
  readonly key: string;
  readonly values: readonly string[];
  readonly cause: Cause;
}

/** Lake Formation's settings of an account. */
export interface SettingsFact {
  readonly account: string;
  readonly administrators: readonly string[];
  readonly readOnlyAdministrators: readonly string[];
  /** Principals that get permissions on every new database, and on every new table. */
  readonly databaseDefaults: readonly string[];
  readonly tableDefaults: readonly string[];
  /** Role that set them. */
  readonly setBy?: string;
  readonly cause: Cause;
}

/** A place in S3 that Lake Formation governs. */
export interface LocationFact {
  readonly account: string;
  /** `arn:aws:s3:::bucket/prefix` */
  readonly arn: string;
  /** Role by which Lake Formation reads; nothing for its service-linked role. */
  readonly role?: string;
  readonly hybrid: boolean;
  readonly cause: Cause;
}

/** An IAM role or user. */
export interface IdentityFact {
  readonly arn: string;
  readonly account: string;
  readonly kind: "role" | "user";
  readonly name: string;
  readonly trust?: Policy;
  readonly policies: readonly Policy[];
  readonly boundary?: Policy;
  /** Whether the output makes it; of others nothing but the policies named here is known. */
  readonly declared: boolean;
  readonly cause: Cause;
}

export interface BucketFact {
  readonly name: string;
  readonly account: string;
  readonly region: string;
  readonly policy?: Policy;
  /** ARN of the key that encrypts by default; nothing when S3 holds the key. */
  readonly key?: string;
  readonly cause: Cause;
  /** The resource that sets the key. */
  readonly encryptionCause?: Cause;
}

/** A right to use a key that a grant gives. */
export interface KeyGrantFact {
  readonly grantee: string;
  readonly operations: readonly string[];
  readonly conditions: readonly string[];
  readonly cause: Cause;
}

export interface KeyFact {
  readonly arn: string;
  readonly account: string;
  readonly region: string;
  /** Alias, or the address of the resource. */
  readonly name: string;
  /** Nothing: AWS's default, which leaves everything to the IAM policies of the account. */
  readonly policy?: Policy;
  readonly grants: readonly KeyGrantFact[];
  readonly cause: Cause;
}

/** Everything that decides about access. */
export interface Facts {
  readonly databases: readonly DatabaseFact[];
  readonly tables: readonly TableFact[];
  readonly links: readonly LinkFact[];
  readonly filters: readonly FilterFact[];
  readonly grants: readonly GrantFact[];
  readonly tags: readonly TagFact[];
  readonly settings: readonly SettingsFact[];
  readonly locations: readonly LocationFact[];
  readonly identities: readonly IdentityFact[];
  readonly buckets: readonly BucketFact[];
  readonly keys: readonly KeyFact[];
  /** Accounts of which something is known. */
  readonly accounts: ReadonlySet<string>;
  /** Roles as which Terraform acts. */
  readonly deployers: ReadonlySet<string>;
}
