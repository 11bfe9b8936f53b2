/**
 * What the page shows, as it lies in the page. Causes, principals and tables are written once and named by their position, so that
 * a page of 500 accounts stays small.
 */
import type { CatalogColumn, ColumnLineage, Step } from "../lineage/types";
import type {
  AssumedBy,
  BucketPath,
  Cell,
  KeyPath,
  LakeColumn,
  LakeTable,
  NotEvaluated,
  Principal,
  ResourceLink,
} from "../matrix/types";
import type { Cause, Finding, Severity, Undecided } from "../types";

/** Position in `causes`. */
export type CauseIndex = number;

type Indexed<T, Key extends keyof T> = Omit<T, Key>;

export interface PageAccount {
  readonly id: string;
  /** Name that the stacks' tags give; empty when they give none. */
  readonly name: string;
  readonly stacks: readonly string[];
  /** What it is for, as its resources say: it may be several. */
  readonly roles: readonly ("source" | "lake" | "consumer")[];
}

/** Something that goes from one account to another. */
export interface PageFlow {
  readonly from: string;
  readonly to: string;
  readonly kind: "replicates" | "shares" | "direct";
  /** In words: `5 tables of lending`. */
  readonly what: string;
  readonly causes: readonly CauseIndex[];
}

export interface PagePrincipal extends Indexed<Principal, "assumedBy"> {
  readonly assumedBy: readonly (Indexed<AssumedBy, "causes"> & { readonly causes: readonly CauseIndex[] })[];
}

export interface PageColumn extends LakeColumn {
  /** Comment of the catalog. */
  readonly comment: string;
}

export interface PageTable extends Indexed<LakeTable, "cause" | "columns"> {
  readonly columns: readonly PageColumn[];
  readonly causes: readonly CauseIndex[];
}

export interface PageCell extends Indexed<Cell, "principal" | "catalog" | "columns" | "causes"> {
  /** Position in `principals`. */
  readonly principal: number;
  /** Position in `tables`; absent for a database, a catalog, or a table that no stack declares. */
  readonly of?: number;
  /** Positions in the columns of the table. */
  readonly columns: readonly number[];
  readonly causes: readonly CauseIndex[];
}

export interface PageBucketPath extends Indexed<BucketPath, "principal" | "causes"> {
  readonly principal: number;
  readonly causes: readonly CauseIndex[];
}

export interface PageKeyPath extends Indexed<KeyPath, "principal" | "causes"> {
  readonly principal: number;
  /** Buckets that it encrypts. */
  readonly protects: readonly string[];
  readonly causes: readonly CauseIndex[];
}

export interface PageLink extends Indexed<ResourceLink, "cause"> {
  readonly causes: readonly CauseIndex[];
}

export interface PageStep {
  readonly kind: Step["kind"];
  readonly what: string;
  readonly cause: CauseIndex;
}

export interface PageBreak {
  readonly why: string;
  readonly cause: CauseIndex;
}

export interface PageColumnLineage extends Pick<ColumnLineage, "source"> {
  readonly changes?: CatalogColumn;
  readonly current?: CatalogColumn;
  readonly steps: readonly PageStep[];
  readonly breaks: readonly PageBreak[];
}

/** A box of the picture. */
export interface PageHop {
  readonly kind: "source" | "replication" | "folder" | "files" | "statement" | "table";
  readonly title: string;
  readonly lines: readonly string[];
  readonly account?: string;
  readonly cause?: CauseIndex;
}

export interface PageLineage {
  /** `<schema>.<table>` of the source. */
  readonly name: string;
  /** Account of the source. */
  readonly account: string;
  /** Position in `tables` of the table that people query. */
  readonly of?: number;
  /** Positions in `tables` of the tables over the files. */
  readonly files: readonly number[];
  readonly hops: readonly PageHop[];
  readonly steps: readonly PageStep[];
  readonly columns: readonly PageColumnLineage[];
  readonly breaks: readonly PageBreak[];
}

export type Verdict = "pass" | "fail" | "waived" | "undecided";

export interface PageVerdict {
  readonly verdict: Verdict;
  /** What was found; empty for a pass. */
  readonly found: string;
  readonly causes: readonly CauseIndex[];
  /** Position in `waivers`. */
  readonly waiver?: number;
}

export interface PageControl {
  readonly id: string;
  readonly sentence: string;
  readonly reason: string;
  readonly remedy: string;
  readonly severity: Severity;
  readonly references: readonly string[];
  /** Places that pass: only their number matters. */
  readonly passed: number;
  /** Everything else. */
  readonly verdicts: readonly PageVerdict[];
}

export interface PageWaiver {
  readonly control: string;
  readonly reason: string;
  readonly owner: string;
  /** Last day on which it holds, `yyyy-MM-dd`. */
  readonly expires: string;
  readonly state: "used" | "unused" | "expired" | "malformed";
  readonly causes: readonly CauseIndex[];
}

type Told<T extends { readonly causes: readonly Cause[] }> = Indexed<T, "causes"> & {
  readonly causes: readonly CauseIndex[];
};

export interface PageData {
  readonly title: string;
  /** Day that decides which waivers hold, `yyyy-MM-dd`. */
  readonly today: string;
  readonly stacks: number;
  readonly resources: number;
  readonly causes: readonly Cause[];
  readonly accounts: readonly PageAccount[];
  readonly flows: readonly PageFlow[];
  readonly principals: readonly PagePrincipal[];
  readonly tables: readonly PageTable[];
  readonly links: readonly PageLink[];
  readonly cells: readonly PageCell[];
  readonly buckets: readonly PageBucketPath[];
  readonly keys: readonly PageKeyPath[];
  readonly lineage: readonly PageLineage[];
  readonly unexplained: readonly PageBreak[];
  readonly controls: readonly PageControl[];
  readonly waivers: readonly PageWaiver[];
  readonly findings: readonly Told<Finding>[];
  readonly undecided: readonly Told<Undecided>[];
  readonly notEvaluated: readonly Told<NotEvaluated>[];
}
