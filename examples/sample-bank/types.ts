/**
 * The bank's two systems as their databases know them. Nothing of the lake is known here: which tables and columns are
 * replicated, and what becomes of them, is for the deployed task to say.
 */

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
  readonly schema: string;
  readonly name: string;
  readonly primaryKey: readonly string[];
  readonly columns: readonly BankColumn[];
}

/** A system of the bank: one database server. */
export interface BankDatabase {
  readonly engine: BankEngine;
  /** Name of the database that PostgreSQL clients connect to; in MySQL, schemas are databases and this is one of them. */
  readonly database: string;
  readonly tables: readonly BankTable[];
}

/** Values in the order of the table's columns, each as its database prints it; times in UTC, without a zone. */
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
