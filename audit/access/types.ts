/** Who may see what, as far as the generated JSON says it. */

export type Block = Readonly<Record<string, unknown>>;

/** A stack's JSON and its id. */
export interface Stack {
  readonly id: string;
  readonly json: Block;
}

/** Values of LF-tags by key. */
export type Tags = Readonly<Record<string, string>>;

export interface Column {
  readonly name: string;
  /** What counts for the column: its own tags, else the table's, else the database's. */
  readonly tags: Tags;
}

export interface Table {
  /** Account whose catalog it is in. */
  readonly catalog: string;
  readonly database: string;
  readonly name: string;
  /** Partition columns too. */
  readonly columns: readonly Column[];
}

/** Some rows and columns of a table. */
export interface Filter {
  readonly catalog: string;
  readonly database: string;
  readonly table: string;
  readonly name: string;
  readonly columns: readonly string[];
  /** Nothing means all rows. */
  readonly condition?: string;
}

export type Target =
  | { readonly kind: "database"; readonly catalog: string; readonly database: string }
  | {
      readonly kind: "columns";
      readonly catalog: string;
      readonly database: string;
      /** Nothing means every table. */
      readonly table?: string;
      /** Nothing means every column. */
      readonly columns?: readonly string[];
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
      readonly resource: string;
      readonly expression: Readonly<Record<string, readonly string[]>>;
    };

export interface Grant {
  /** Account that grants. */
  readonly by: string;
  readonly principal: string;
  readonly permissions: readonly string[];
  readonly grantable: readonly string[];
  readonly target: Target;
}

/** A database of an account that stands for one of another. */
export interface Link {
  readonly account: string;
  readonly name: string;
  readonly catalog: string;
  readonly database: string;
}

/** Everything that decides who may read. */
export interface Permissions {
  readonly tables: readonly Table[];
  readonly filters: readonly Filter[];
  readonly grants: readonly Grant[];
  readonly links: readonly Link[];
  /** ARNs of the roles that the stacks make or adopt. */
  readonly roles: readonly string[];
}
