import type { S3BucketLifecycleConfigurationRule } from "@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration";
import type { StorageMove } from "../../model/landscape/types";

/** Days after which an upload that was never finished is removed. */
const UPLOAD_DAYS = 7;

export interface Ages {
  /** Days that a replaced or deleted object is kept. Versions that never end slow DMS down until it fails. */
  readonly noncurrentDays: number;
  /** Days that an object is kept; for ever without. */
  readonly expirationDays?: number;
  /**
   * Cheaper classes by age.
   * @default - objects stay in the class that they were written in
   */
  readonly moves?: readonly StorageMove[];
  /**
   * Rules beside the one for all, each with an id of its own.
   * @default - none
   */
  readonly furtherRules?: readonly S3BucketLifecycleConfigurationRule[];
}

/** One rule for all of a bucket: what ends when, and what is moved where. */
export function lifecycleRules({
  noncurrentDays,
  expirationDays,
  moves = [],
  furtherRules = [],
}: Ages): S3BucketLifecycleConfigurationRule[] {
  return [
    {
      id: "keep-house",
      status: "Enabled",
      filter: [{ prefix: "" }],
      noncurrentVersionExpiration: [{ noncurrentDays }],
      abortIncompleteMultipartUpload: [{ daysAfterInitiation: UPLOAD_DAYS }],
      // With an age S3 removes delete markers without versions by itself, and refuses to be told so.
      expiration: [expirationDays === undefined ? { expiredObjectDeleteMarker: true } : { days: expirationDays }],
      ...(moves.length === 0
        ? {}
        : { transition: moves.map(({ afterDays, to }) => ({ days: afterDays, storageClass: to })) }),
    },
    ...furtherRules,
  ];
}
