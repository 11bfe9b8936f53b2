import type { Cause } from "../types";

/** Where every column of the lake comes from, as far as the generated JSON says it. */

/** Where something is written in the generated JSON. */
export type Place = Omit<Cause, "says">;

/** A hop that cannot be followed, and why. */
export interface Break {
  readonly why: string;
  readonly at: Place;
}

/** What happens to rows or to a column on the way. */
export interface Step {
  readonly kind: "selected" | "filtered" | "renamed" | "cased" | "retyped" | "dropped" | "added" | "cast" | "computed";
  readonly what: string;
  readonly at: Place;
}

export interface CatalogColumn {
  readonly name: string;
  /** Type of the catalog; empty when the JSON gives none. */
  readonly type: string;
  readonly comment: string;
  /** Values come from the path, not from the files. */
  readonly isPartition: boolean;
}

export interface CatalogTable {
  readonly account: string;
  readonly database: string;
  readonly name: string;
  /** `s3://` URL with a slash at its end; empty when the JSON gives none. */
  readonly location: string;
  /** Folder template of partition projection, when that is on. */
  readonly template?: string;
  /** Formats of the projected partition columns that are dates, by column. */
  readonly dateFormats: Readonly<Record<string, string>>;
  readonly columns: readonly CatalogColumn[];
  readonly at: Place;
}

/** A table of a source database, as a replication task selects it. */
export interface SourceTable {
  readonly account: string;
  readonly task: string;
  /** Engine of the source endpoint; empty when the JSON does not say. */
  readonly engine: string;
  readonly schema: string;
  readonly table: string;
  readonly at: Place;
}

/** Folder of the lake that a task writes a table's files to. */
export interface LakePath {
  readonly bucket: string;
  /** Without slashes at its ends. */
  readonly prefix: string;
  /** `s3://<bucket>/<prefix>/` */
  readonly url: string;
  readonly at: Place;
}

/** The way of one column, from the source to the table that people query. A side that is absent has no such column. */
export interface ColumnLineage {
  /** Absent for what the replication makes itself. */
  readonly source?: {
    readonly name: string;
    /** `named`: the mapping names it. `inferred`: the change table declares it, and no rule says otherwise. */
    readonly known: "named" | "inferred";
  };
  /** In the tables over the files. */
  readonly changes?: CatalogColumn;
  /** In the table that a statement writes. */
  readonly current?: CatalogColumn;
  readonly steps: readonly Step[];
  readonly breaks: readonly Break[];
}

/** A statement that writes a table from others. */
export interface StatementHop {
  readonly target: string;
  /** Conditions on rows, as written. */
  readonly conditions: readonly string[];
  readonly text: string;
  readonly at: Place;
}

/** The way of one table. */
export interface TableLineage {
  readonly source: SourceTable;
  /** Row filters and changes of the table's own name. */
  readonly steps: readonly Step[];
  readonly path?: LakePath;
  /** Tables of the catalog over the files. */
  readonly files: readonly CatalogTable[];
  /** Crawlers that look through the path, with the database that they fill. */
  readonly crawlers: readonly { readonly name: string; readonly database: string; readonly at: Place }[];
  readonly statements: readonly StatementHop[];
  readonly current?: CatalogTable;
  readonly columns: readonly ColumnLineage[];
  readonly breaks: readonly Break[];
}

export interface Lineage {
  readonly tables: readonly TableLineage[];
  /** Tables of the catalog that nothing in the JSON fills. */
  readonly unexplained: readonly { readonly table: CatalogTable; readonly why: string }[];
  /** What is broken without belonging to one table of a source. */
  readonly breaks: readonly Break[];
}
