/**
 * A bank's systems as their databases know them. Nothing of the lake is known here: which tables and columns are
 * replicated, and what becomes of them, is for the deployed task to say.
 */
import type { Rule } from "./rule";

/** Database systems of the bank. */
export type BankEngine = "mysql" | "postgresql";

/** A column as the database declares it. */
export interface BankColumn {
  readonly name: string;
  /** In the words of the engine, for example `enum('employed','retired')` or `numeric(14,2)`. */
  readonly type: string;
  readonly nullable: boolean;
}

/** A table of a system. */
export interface BankTable {
  /**
   * Tells tables apart that have the same schema and name in several databases.
   * @default - no other database has a schema of this name
   */
  readonly system?: string;
  readonly schema: string;
  readonly name: string;
  readonly primaryKey: readonly string[];
  /**
   * What PostgreSQL logs of a deleted row; MySQL logs it whole anyway.
   * @default - its key
   */
  readonly replicaIdentity?: "full";
  readonly columns: readonly BankColumn[];
}

/** A system of the bank: one database server. */
export interface BankDatabase {
  readonly engine: BankEngine;
  /** Name of the database that PostgreSQL clients connect to; in MySQL, schemas are databases and this is one of them. */
  readonly database: string;
  readonly tables: readonly BankTable[];
}

/**
 * Values in the order of the table's columns, each as its database prints it; times in UTC, without a zone; bytes as
 * hexadecimal digits.
 */
export type BankRow = readonly (string | null)[];

/** One row that a transaction inserts, updates or deletes. */
export interface BankChange {
  readonly table: BankTable;
  readonly operation: "D" | "I" | "U";
  /** The row afterwards; for a deletion, before. */
  readonly row: BankRow;
}

/** Changes that one system commits together, in the order in which it made them. */
export interface BankTransaction {
  readonly database: BankDatabase;
  /** Time of the commit in microseconds since 1970, UTC; never earlier than that of the transaction before. */
  readonly committed: bigint;
  readonly changes: readonly BankChange[];
}

/** A bank with a past and a captured time; both are made up while they are read. */
export interface Bank {
  readonly databases: readonly BankDatabase[];
  /** What holds in its rows between commits, besides what the tables declare. */
  readonly rules: readonly Rule[];
  /** Moment at which change capture begins, in microseconds since 1970, UTC. */
  readonly begin: bigint;
  /** All that the bank holds when change capture begins, as inserts: what a full load finds. */
  opening(): Iterable<BankTransaction>;
  /** Commits of the captured time, in order. */
  changes(): Iterable<BankTransaction>;
}
