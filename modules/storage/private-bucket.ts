import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { S3BucketLifecycleConfiguration } from "@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration";
import { S3BucketLoggingA } from "@cdktf/provider-aws/lib/s3-bucket-logging";
import { S3BucketNotification, type S3BucketNotificationQueue } from "@cdktf/provider-aws/lib/s3-bucket-notification";
import { S3BucketObjectLockConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-object-lock-configuration";
import { S3BucketOwnershipControls } from "@cdktf/provider-aws/lib/s3-bucket-ownership-controls";
import { S3BucketPolicy } from "@cdktf/provider-aws/lib/s3-bucket-policy";
import { S3BucketPublicAccessBlock } from "@cdktf/provider-aws/lib/s3-bucket-public-access-block";
import { S3BucketServerSideEncryptionConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration";
import { S3BucketVersioningA } from "@cdktf/provider-aws/lib/s3-bucket-versioning";
import type { ITerraformDependable, TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import type { LogLock } from "../../model/landscape/types";
import { bucketPolicy } from "../../model/policy/bucket-policy";
import type { Statement } from "../../model/policy/document";
import { ACCESS_LOG_BUCKET, ONE_REGION } from "../../model/standing-waivers";
import { recordTypeWaiver, recordWaivers } from "../terraform/waived";
import { type Ages, lifecycleRules } from "./lifecycle-rules";

/** Files whose arrival a queue is told of. */
export interface Arrivals {
  readonly queueArn: string;
  /** Beginning and end of their keys. */
  readonly prefix: string;
  readonly suffix: string;
  /** The queue's policy: S3 tries the queue out. */
  readonly after: ITerraformDependable;
}

export interface PrivateBucketProps extends Ages {
  readonly name: string;
  /** Key that encrypts the objects; without one S3's own key does, as for server access logs, which take no other. */
  readonly keyArn?: string;
  /** What others may do, besides what is denied to everybody. */
  readonly statements?: readonly Statement[];
  /**
   * How long no version of an object can be deleted, whatever anybody's policies allow.
   * @default - objects are not locked
   */
  readonly lock?: LogLock;
  /**
   * What is put into a queue besides the events that EventBridge gets.
   * @default - nothing
   */
  readonly arrivals?: Arrivals;
  /**
   * Where the bucket is, if not in the stack's own Region.
   * @default - the stack's provider
   */
  readonly provider?: TerraformProvider;
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
  /** To be waited for by what copies the bucket. */
  public readonly versioning: S3BucketVersioningA;
  /** What every part of the bucket's configuration says first. */
  private readonly here: { readonly bucket: string; readonly provider?: TerraformProvider };

  constructor(scope: Construct, id: string, props: PrivateBucketProps) {
    super(scope, id);
    const place = props.provider === undefined ? {} : { provider: props.provider };
    this.bucket = new S3Bucket(this, "bucket", {
      ...place,
      bucket: props.name,
      forceDestroy: false,
      ...(props.lock === undefined ? {} : { objectLockEnabled: true }),
      ...(props.stateful ? { lifecycle: { preventDestroy: true } } : {}),
    });
    recordTypeWaiver(this.bucket, "aws_s3_bucket", ONE_REGION);
    // S3's own key is for the bucket of access logs alone.
    if (props.keyArn === undefined) recordWaivers(this.bucket, [ACCESS_LOG_BUCKET]);
    this.here = { bucket: this.bucket.id, ...place };
    new S3BucketOwnershipControls(this, "ownership", {
      ...this.here,
      rule: { objectOwnership: "BucketOwnerEnforced" },
    });
    const blocked = new S3BucketPublicAccessBlock(this, "public-access", {
      ...this.here,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
    this.encrypt(props.keyArn);
    this.versioning = new S3BucketVersioningA(this, "versioning", {
      ...this.here,
      versioningConfiguration: { status: "Enabled" },
    });
    const dependsOn = [this.versioning];
    new S3BucketLifecycleConfiguration(this, "lifecycle", { ...this.here, rule: lifecycleRules(props), dependsOn });
    this.tell(props.arrivals);
    if (props.lock !== undefined) {
      new S3BucketObjectLockConfigurationA(this, "lock", {
        ...this.here,
        rule: { defaultRetention: props.lock },
        dependsOn,
      });
    }
    if (props.accessLogBucket !== undefined) {
      new S3BucketLoggingA(this, "access-log", {
        ...this.here,
        targetBucket: props.accessLogBucket,
        targetPrefix: `${props.name}/`,
      });
    }
    // S3 refuses two changes of policy and public access block at the same moment.
    this.policy = new S3BucketPolicy(this, "policy", {
      ...this.here,
      policy: bucketPolicy(props.name, props.statements),
      dependsOn: [blocked],
    });
  }

  /** EventBridge hears of everything; a bucket has one notification configuration, so the queue stands in the same. */
  private tell(arrivals: Arrivals | undefined): void {
    new S3BucketNotification(this, "events", {
      ...this.here,
      eventbridge: true,
      ...(arrivals === undefined ? {} : { queue: [queueOf(arrivals)], dependsOn: [arrivals.after] }),
    });
  }

  private encrypt(keyArn: string | undefined): void {
    new S3BucketServerSideEncryptionConfigurationA(this, "encryption", {
      ...this.here,
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

const queueOf = ({ queueArn, prefix, suffix }: Arrivals): S3BucketNotificationQueue => ({
  id: "arrivals",
  queueArn,
  events: ["s3:ObjectCreated:*"],
  filterPrefix: prefix,
  filterSuffix: suffix,
});
