/** What an environment may set about the buckets of the lake. Everything has a default. */
export interface LakeStorage {
  /**
   * Files as DMS wrote them.
   * @default - `STANDARD_IA` after 60 days, `GLACIER_IR` after 365; replaced files are kept for 30 days
   */
  readonly raw?: ZoneStorage;
  /**
   * Files of the current-state tables.
   * @default - `INTELLIGENT_TIERING` after 30 days; replaced files are kept for 30 days
   */
  readonly curated?: ZoneStorage;
  /**
   * How the audit trail is locked against deletion.
   * @default - mode `GOVERNANCE`, for as long as logs are kept
   */
  readonly logLock?: LogLock;
  /**
   * Copies of every source's files in a second Region.
   * @default - no copies
   */
  readonly replica?: Replica;
}

/** Ages of a zone's files. */
export interface ZoneStorage {
  /** Cheaper classes by age, the youngest first; `[]` for none. */
  readonly moves?: readonly StorageMove[];
  /** Days that a replaced or deleted file is kept, 7 to 365: time to notice a mistake and undo it. */
  readonly noncurrentDays?: number;
}

/** Files older than some days lie in a cheaper class. */
export interface StorageMove {
  readonly afterDays: number;
  readonly to: StorageClass;
}

/** Classes that Athena reads at once; files in others would vanish from every query. */
export type StorageClass = "STANDARD_IA" | "INTELLIGENT_TIERING" | "GLACIER_IR";

/** Write once, read many: https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html */
export interface LogLock {
  /** `COMPLIANCE` can be lifted by nobody, AWS included, before its time; `GOVERNANCE` by the account's root user. */
  readonly mode: LockMode;
  /** Days that no log file can be deleted: a year at least, and no longer than logs are kept. */
  readonly days: number;
}

export type LockMode = "COMPLIANCE" | "GOVERNANCE";

/** A second Region with a copy of every file. */
export interface Replica {
  readonly region: string;
  /** Whether a file that is removed from the lake is removed from the copy too. */
  readonly removals: "ignored" | "repeated";
}
