/** What the live accounts hold, as plain data, so that it can be judged without them. */

export type Tags = Readonly<Record<string, string>>;

export interface CatalogColumn {
  readonly name: string;
  /** Values of the LF-tags that count for the column, inherited ones included. */
  readonly tags: Tags;
}

/** A table of the governance account's catalog. */
export interface CatalogTable {
  readonly database: string;
  readonly name: string;
  readonly columns: readonly CatalogColumn[];
}

/** What a grant is on. */
export type Target =
  | { readonly kind: "database"; readonly catalogId: string; readonly database: string }
  | {
      readonly kind: "table";
      readonly catalogId: string;
      readonly database: string;
      /** Nothing means every table of the database. */
      readonly table?: string;
      /** Nothing means every column but the excluded ones. */
      readonly columns?: readonly string[];
      readonly excluded: readonly string[];
    }
  | {
      readonly kind: "tags";
      readonly catalogId: string;
      readonly on: "DATABASE" | "TABLE";
      /** A resource must have one of the values of every key. */
      readonly expression: Readonly<Record<string, readonly string[]>>;
    };

export interface Grant {
  /** Account id or ARN. */
  readonly principal: string;
  readonly permissions: readonly string[];
  readonly target: Target;
}

/** A database of a consumer's catalog that stands for one of another catalog. */
export interface ResourceLink {
  readonly name: string;
  readonly catalogId: string;
  readonly database: string;
}

export interface LiveGovernance {
  readonly id: string;
  readonly tables: readonly CatalogTable[];
  readonly grants: readonly Grant[];
}

export interface LiveConsumer {
  readonly name: string;
  readonly id: string;
  /** Names of the IAM roles that exist. */
  readonly roles: readonly string[];
  readonly links: readonly ResourceLink[];
  readonly grants: readonly Grant[];
}

/** What a role may read of a table. */
export interface AccessRow {
  readonly account: string;
  readonly role: string;
  /** `<database>.<table>` in the governance account. */
  readonly table: string;
  readonly readable: readonly string[];
  readonly hidden: readonly string[];
  /** Why nothing can be read although somebody granted it. */
  readonly reason?: string;
}
