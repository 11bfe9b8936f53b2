import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import {
  S3BucketLifecycleConfiguration,
  type S3BucketLifecycleConfigurationRule,
} from "@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration";
import { S3BucketLoggingA } from "@cdktf/provider-aws/lib/s3-bucket-logging";
import { S3BucketNotification } from "@cdktf/provider-aws/lib/s3-bucket-notification";
import { S3BucketObjectLockConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-object-lock-configuration";
import { S3BucketOwnershipControls } from "@cdktf/provider-aws/lib/s3-bucket-ownership-controls";
import { S3BucketPolicy } from "@cdktf/provider-aws/lib/s3-bucket-policy";
import { S3BucketPublicAccessBlock } from "@cdktf/provider-aws/lib/s3-bucket-public-access-block";
import { S3BucketServerSideEncryptionConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration";
import { S3BucketVersioningA } from "@cdktf/provider-aws/lib/s3-bucket-versioning";
import { Construct } from "constructs";
import { bucketPolicy } from "../model/policy/bucket-policy";
import type { Statement } from "../model/policy/document";

/** Days after which an upload that was never finished is removed. */
const UPLOAD_DAYS = 7;

export interface PrivateBucketProps {
  readonly name: string;
  /** Key that encrypts the objects; without one S3's own key does, as for server access logs, which take no other. */
  readonly keyArn?: string;
  /** What others may do, besides what is denied to everybody. */
  readonly statements?: readonly Statement[];
  /** Days that a replaced or deleted object is kept. Versions that never end slow DMS down until it fails. */
  readonly noncurrentDays: number;
  /** Days that an object is kept; for ever without. */
  readonly expirationDays?: number;
  /**
   * Days that no object can be deleted or overwritten, not even by an administrator without the right to bypass it.
   * @default - objects are not locked
   */
  readonly lockDays?: number;
  /** Bucket that receives the server access logs of this one. */
  readonly accessLogBucket?: string;
  /** Whether the bucket holds data that exists nowhere else. */
  readonly stateful: boolean;
}

/** A bucket that nobody reaches without TLS, a policy and a key: no ACLs, nothing public, every version kept a while. */
export class PrivateBucket extends Construct {
  public readonly bucket: S3Bucket;
  /** To be waited for by whatever writes to the bucket or registers it. */
  public readonly policy: S3BucketPolicy;

  constructor(scope: Construct, id: string, props: PrivateBucketProps) {
    super(scope, id);
    this.bucket = new S3Bucket(this, "bucket", {
      bucket: props.name,
      forceDestroy: false,
      ...(props.lockDays === undefined ? {} : { objectLockEnabled: true }),
      ...(props.stateful ? { lifecycle: { preventDestroy: true } } : {}),
    });
    const bucket = this.bucket.id;
    new S3BucketOwnershipControls(this, "ownership", { bucket, rule: { objectOwnership: "BucketOwnerEnforced" } });
    const blocked = new S3BucketPublicAccessBlock(this, "public-access", {
      bucket,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
    this.encrypt(bucket, props.keyArn);
    const versioning = new S3BucketVersioningA(this, "versioning", {
      bucket,
      versioningConfiguration: { status: "Enabled" },
    });
    new S3BucketLifecycleConfiguration(this, "lifecycle", { bucket, rule: rules(props), dependsOn: [versioning] });
    new S3BucketNotification(this, "events", { bucket, eventbridge: true });
    if (props.lockDays !== undefined) {
      new S3BucketObjectLockConfigurationA(this, "lock", {
        bucket,
        rule: { defaultRetention: { mode: "GOVERNANCE", days: props.lockDays } },
        dependsOn: [versioning],
      });
    }
    if (props.accessLogBucket !== undefined) {
      new S3BucketLoggingA(this, "access-log", {
        bucket,
        targetBucket: props.accessLogBucket,
        targetPrefix: `${props.name}/`,
      });
    }
    // S3 refuses two changes of policy and public access block at the same moment.
    this.policy = new S3BucketPolicy(this, "policy", {
      bucket,
      policy: bucketPolicy(props.name, props.statements),
      dependsOn: [blocked],
    });
  }

  private encrypt(bucket: string, keyArn: string | undefined): void {
    new S3BucketServerSideEncryptionConfigurationA(this, "encryption", {
      bucket,
      rule: [
        keyArn === undefined
          ? { applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }
          : {
              applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: keyArn },
              bucketKeyEnabled: true,
            },
      ],
    });
  }
}

function rules({ noncurrentDays, expirationDays }: PrivateBucketProps): S3BucketLifecycleConfigurationRule[] {
  const expiration = expirationDays === undefined ? {} : { expiration: [{ days: expirationDays }] };
  return [
    {
      id: "keep-house",
      status: "Enabled",
      filter: [{ prefix: "" }],
      noncurrentVersionExpiration: [{ noncurrentDays }],
      abortIncompleteMultipartUpload: [{ daysAfterInitiation: UPLOAD_DAYS }],
      ...expiration,
    },
  ];
}
