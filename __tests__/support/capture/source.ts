import type { BankDatabase, BankRow, BankTable, BankTransaction } from "../../../local/source-systems";

/** Who looks at rows: the bank sees all of them. */
export type Viewer = "bank" | "replication";

/** A bank's database on a real server, and what DMS finds in it. */
export interface RealSource {
  readonly database: BankDatabase;
  /** Runs statements as the bank does, one after the other, each committed by itself unless they say otherwise. */
  run(...statements: readonly string[]): Promise<void>;
  /** Commits what a made bank commits. */
  commit(transaction: BankTransaction): Promise<void>;
  /** All rows of a table, as somebody sees them. */
  rows(table: BankTable, viewer: Viewer): Promise<readonly BankRow[]>;
  /** What the log has got since the last time. */
  captured(): Promise<readonly BankTransaction[]>;
  /** Runs what readiness would run, whatever it finds. */
  prepare(): Promise<void>;
  /** What readiness finds, with what to do about it; none: the source is ready. */
  findings(): Promise<readonly string[]>;
  /** Count and checksum of a table, as the nightly reconciliation asks for them. */
  figures(table: string): Promise<readonly string[]>;
  stop(): Promise<void>;
}

/** A password as the secret of a replication user has it. */
export const PASSWORD = "Kq7!h2%wR_4xT=9mZ#c5-vB8nL3*jP6sD0fG1yQa";
