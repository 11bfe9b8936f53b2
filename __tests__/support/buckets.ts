import type { Block } from "./json";
import type { Synthesized } from "./output";

/** Everything that Terraform configures on one bucket, found by the bucket's name. */
export function bucketOf({ find, resources }: Synthesized, id: string, bucketName: string) {
  const [name, bucket] = find(id, "aws_s3_bucket", { bucket: bucketName });
  const ref = `\${aws_s3_bucket.${name}.id}`;
  const part = (type: string): Block => find(id, type, { bucket: ref })[1];
  return {
    bucket,
    ref,
    /** Whether the stack configures this at all. */
    has: (type: string): boolean => Object.values(resources(id, type)).some((body) => body["bucket"] === ref),
    part,
    policy: part("aws_s3_bucket_policy")["policy"],
    lifecycleRule: part("aws_s3_bucket_lifecycle_configuration")["rule"],
    encryption: part("aws_s3_bucket_server_side_encryption_configuration")["rule"],
  };
}

/** What keeps a bucket private, as the JSON has it: each part belongs to this bucket. */
export function privacyOf(output: Synthesized, id: string, bucketName: string) {
  const { part, ref } = bucketOf(output, id, bucketName);
  const [blocked, publicAccess] = output.find(id, "aws_s3_bucket_public_access_block", { bucket: ref });
  const { policy: _, ...policy } = part("aws_s3_bucket_policy");
  return {
    publicAccess: without(ref, publicAccess),
    ownership: without(ref, part("aws_s3_bucket_ownership_controls")),
    versioning: without(ref, part("aws_s3_bucket_versioning")),
    events: without(ref, part("aws_s3_bucket_notification")),
    // S3 refuses two changes of policy and public access block at the same moment.
    policyWaits: JSON.stringify(policy["depends_on"]) === `["aws_s3_bucket_public_access_block.${blocked}"]`,
  };
}

function without(ref: string, { bucket, ...others }: Block): Block {
  if (bucket !== ref) throw new Error(`${ref} is configured for ${JSON.stringify(bucket)}`);
  return others;
}

/** What keeps every bucket of the platform private, whatever it is for. */
export const PRIVATE = {
  publicAccess: {
    block_public_acls: true,
    block_public_policy: true,
    ignore_public_acls: true,
    restrict_public_buckets: true,
  },
  ownership: { rule: { object_ownership: "BucketOwnerEnforced" } },
  versioning: { versioning_configuration: { status: "Enabled" } },
  events: { eventbridge: true },
  policyWaits: true,
};

/** A lifecycle rule as the platform writes it. */
export const lifecycleRule = (
  noncurrentDays: number,
  expirationDays?: number,
  moves: readonly (readonly [days: number, storageClass: string])[] = [],
) => [
  {
    id: "keep-house",
    status: "Enabled",
    filter: [{ prefix: "" }],
    noncurrent_version_expiration: [{ noncurrent_days: noncurrentDays }],
    abort_incomplete_multipart_upload: [{ days_after_initiation: 7 }],
    expiration: [expirationDays === undefined ? { expired_object_delete_marker: true } : { days: expirationDays }],
    ...(moves.length === 0
      ? {}
      : { transition: moves.map(([days, storageClass]) => ({ days, storage_class: storageClass })) }),
  },
];

export const encryptedBy = (keyArn: string) => [
  {
    apply_server_side_encryption_by_default: { sse_algorithm: "aws:kms", kms_master_key_id: keyArn },
    bucket_key_enabled: true,
  },
];
