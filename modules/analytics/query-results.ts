import { Construct } from "constructs";
import type { Account, Environment } from "../../model/landscape/types";
import { accessLogBucketName } from "../../model/names";
import { onlyThisKey } from "../../model/policy/encryption-guard";
import { useThroughServices } from "../../model/policy/key-policy";
import { NO_ACCESS_LOG } from "../../model/standing-waivers";
import { EncryptionKey } from "../storage/encryption-key";
import { PrivateBucket } from "../storage/private-bucket";
import { recordWaivers } from "../terraform/waived";

/** Days that deleted results can be had back. */
const NONCURRENT_DAYS = 1;

export interface QueryResultsProps {
  readonly environment: Environment;
  readonly account: Account;
  readonly bucketName: string;
  /** What encrypts the results: a key of their own, or an existing one by its ARN. */
  readonly key: OwnKey | { readonly arn: string };
  readonly retentionDays: number;
}

interface OwnKey {
  /** Begins with `alias/`. */
  readonly alias: string;
  readonly description: string;
}

/**
 * Where the results of queries lie. Lake Formation does not guard them: whoever can read the bucket reads the data, so
 * each set of people has a bucket and a key of its own, and results end soon.
 */
export class QueryResults extends Construct {
  public readonly keyArn: string;
  public readonly bucketName: string;

  constructor(scope: Construct, id: string, props: QueryResultsProps) {
    super(scope, id);
    this.bucketName = props.bucketName;
    this.keyArn = "arn" in props.key ? props.key.arn : this.ownKey(props, props.key);
    // S3 delivers access logs within an account only, and governance alone has a bucket for them.
    const governed = props.account.id === props.environment.governance.id;
    const { bucket } = new PrivateBucket(this, "bucket", {
      name: props.bucketName,
      keyArn: this.keyArn,
      statements: onlyThisKey(props.bucketName, this.keyArn),
      noncurrentDays: NONCURRENT_DAYS,
      expirationDays: props.retentionDays,
      ...(governed ? { accessLogBucket: accessLogBucketName(props.environment) } : {}),
      stateful: false,
    });
    if (!governed) recordWaivers(bucket, [NO_ACCESS_LOG]);
  }

  private ownKey({ environment, account }: QueryResultsProps, { alias, description }: OwnKey): string {
    return new EncryptionKey(this, "key", {
      alias,
      description,
      owner: account,
      uses: [useThroughServices(environment, account, ["athena", "s3"])],
      separated: true,
    }).arn;
  }
}
