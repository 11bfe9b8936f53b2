/** An object on its way into a bucket. */
export interface NewObject {
  readonly bucket: string;
  readonly key: string;
  /** Path of the file that holds its content. */
  readonly file: string;
  /** Account that must own the bucket, else the put fails. */
  readonly expectedBucketOwner: string | undefined;
  /** ARN of the KMS key that encrypts it; without one it is encrypted as the bucket says. */
  readonly kmsKeyArn: string | undefined;
}

/** Where replication writes to. */
export interface ObjectStore {
  /** Takes the file: it may be on its way for a while, and is gone once it has arrived. An object of that key is replaced. */
  put(object: NewObject): Promise<void>;
  /** Waits for what has been put and is still under way; throws when some of it did not arrive. */
  settled(): Promise<void>;
}

/**
 * Objects of the lake as files, `<folder>/<bucket>/<key>`, so that an engine can read them in place.
 */
export interface LakeMirror {
  readonly folder: string;
  /**
   * Brings the folder up to date with the buckets; throws when an object lost its encryption on the way.
   * @returns paths of files that were there before, with other content
   */
  refresh(buckets: readonly string[]): Promise<readonly string[]>;
}
