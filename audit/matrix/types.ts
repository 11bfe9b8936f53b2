import type { Cause, Finding, Undecided } from "../types";

/** Version of the published schema: raised when a field changes its meaning or goes. */
export const MATRIX_SCHEMA = 1;

export type PrincipalKind =
  /** An IAM role or user. */
  | "role"
  | "user"
  /** Everybody whom an account's administrators let. */
  | "account"
  | "service"
  | "organization"
  | "federated"
  /** Anybody at all. */
  | "everyone"
  /** Lake Formation's `IAM_ALLOWED_PRINCIPALS`: everybody whom IAM lets. */
  | "iam-allowed-principals"
  /** Named by a reference that the JSON leaves open. */
  | "unknown";

/** Somebody who holds permissions. */
export interface Principal {
  /** ARN, account id, service name, or what the JSON says. */
  readonly id: string;
  readonly kind: PrincipalKind;
  /** Name for people: the role's name, the service, the account's id. */
  readonly name: string;
  /** Nothing for a service, and for everybody. */
  readonly account?: string;
  /** Whether a stack of the output makes it. What else it may do is not known otherwise. */
  readonly declared: boolean;
  /** Who may become this role, from its trust policy. Empty when no stack makes it. */
  readonly assumedBy: readonly AssumedBy[];
}

/** One who may become a role. */
export interface AssumedBy {
  readonly principal: string;
  /** What must hold besides, in words of the policy. */
  readonly conditions: readonly string[];
  readonly causes: readonly Cause[];
}

/** Whether something is allowed; `undecided` when the JSON leaves it open. There is no "no": what is not listed is not allowed. */
export type Decision = "allowed" | "undecided";

/** What the tables of the lake are made of. */
export interface LakeTable {
  /** Account whose catalog it is in. */
  readonly catalog: string;
  readonly database: string;
  /** `*` stands for tables that no stack declares, such as a crawler's. */
  readonly name: string;
  /** `s3://bucket/prefix`, where declared. */
  readonly location?: string;
  readonly columns: readonly LakeColumn[];
  /** What makes it, or the first grant that names it. */
  readonly cause: Cause;
}

export interface LakeColumn {
  readonly name: string;
  readonly type: string;
  /** What counts for the column: its own LF-tags, else the table's, else the database's. */
  readonly tags: Readonly<Record<string, string>>;
}

/** One permission of one principal by Lake Formation, on columns that have the same rows in common. */
export interface Cell {
  /** Id of a principal. */
  readonly principal: string;
  /** Account whose catalog it is in. */
  readonly catalog: string;
  /** Nothing: the catalog itself. */
  readonly database?: string;
  /** Nothing: the database itself. `*`: its tables that no stack declares. */
  readonly table?: string;
  /** A place in S3, for DATA_LOCATION_ACCESS. */
  readonly location?: string;
  /** LF-tag and values, for permissions on tags: `layer=raw|curated`. */
  readonly tag?: string;
  /**
   * SELECT, DESCRIBE, INSERT ... as Lake Formation names them. Besides, what nobody grants: ADMINISTER and
   * READ_ONLY_ADMINISTER of administrators, CREATOR of whoever makes a database.
   */
  readonly permission: string;
  /** In the order of the table; `*` are all columns of a table that no stack declares; empty for a database. */
  readonly columns: readonly string[];
  /** Conditions of which a row must meet one; empty means all rows. */
  readonly rows: readonly string[];
  /** Whether the principal may hand it on. */
  readonly grantable: boolean;
  readonly decision: Decision;
  /** Why it is undecided; empty when it is allowed. */
  readonly reasons: readonly string[];
  /** Grants, tags, filters and settings from which it follows. */
  readonly causes: readonly Cause[];
}

/** What a principal may do with objects or keys, past Lake Formation. */
export type DirectAccess = "read" | "write" | "delete" | "list" | "administer";

/** A way to data in S3 that does not pass Lake Formation. */
export interface BucketPath {
  readonly principal: string;
  readonly bucket: string;
  readonly access: DirectAccess;
  /** Objects it reaches, as patterns of keys; `*` is the whole bucket. */
  readonly objects: readonly string[];
  readonly decision: Decision;
  readonly reasons: readonly string[];
  /** What a request must meet besides, in words of the policies. */
  readonly conditions: readonly string[];
  /** Key that encrypts the bucket, and whether the principal may use it; nothing when S3 holds the key. */
  readonly key?: { readonly arn: string; readonly decision: Decision | "denied" };
  /** Tables, as `catalog.database.name`, whose files lie there. */
  readonly tables: readonly string[];
  readonly causes: readonly Cause[];
}

/** A right to use a key without a service in between, or to change who may. */
export interface KeyPath {
  readonly principal: string;
  /** ARN; its id is a token before deployment. */
  readonly key: string;
  /** Alias, or the address of the resource. */
  readonly name: string;
  readonly access: "decrypt" | "encrypt" | "administer" | "grant";
  readonly decision: Decision;
  readonly reasons: readonly string[];
  readonly conditions: readonly string[];
  readonly causes: readonly Cause[];
}

/** A database of an account that stands for one of another. */
export interface ResourceLink {
  readonly account: string;
  readonly name: string;
  readonly catalog: string;
  readonly database: string;
  /** Nothing: the whole database. */
  readonly table?: string;
  readonly cause: Cause;
}

/** Something that grants, and that the audit does not evaluate. */
export interface NotEvaluated {
  readonly type: string;
  readonly why: string;
  readonly causes: readonly Cause[];
}

/** Who may do what with the data of the lake: everything that can be computed from the JSON, and what cannot. */
export interface AccessMatrix {
  readonly schema: typeof MATRIX_SCHEMA;
  readonly principals: readonly Principal[];
  readonly tables: readonly LakeTable[];
  readonly links: readonly ResourceLink[];
  readonly cells: readonly Cell[];
  readonly buckets: readonly BucketPath[];
  readonly keys: readonly KeyPath[];
  /** In the order of their ids. */
  readonly findings: readonly Finding[];
  readonly undecided: readonly Undecided[];
  readonly notEvaluated: readonly NotEvaluated[];
}
