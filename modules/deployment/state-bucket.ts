import type { S3BucketLifecycleConfigurationRule } from "@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration";
import { Construct } from "constructs";
import { keyAliasArn } from "../../model/arns";
import type { Account, Environment } from "../../model/landscape/types";
import { stateBucketName, stateKeyAlias } from "../../model/names";
import { onlyThisKey } from "../../model/policy/encryption-guard";
import { useThroughServices } from "../../model/policy/key-policy";
import { stateBucketStatements } from "../../model/policy/state";
import { NO_STATE_ACCESS_LOG } from "../../model/standing-waivers";
import { EncryptionKey } from "../storage/encryption-key";
import { PrivateBucket } from "../storage/private-bucket";
import { recordWaivers } from "../terraform/waived";

/** A year to notice that a state went wrong. */
const OLD_VERSION_DAYS = 365;

/** Bytes; a lock has a few hundred, and a state of this size holds no resource. */
const LOCK_SIZE = 1024;

/**
 * Every plan leaves a lock's old version and a delete marker behind. Lifecycle rules know no endings of names, so locks are
 * told from states by their size.
 */
const EXPIRE_LOCKS: S3BucketLifecycleConfigurationRule = {
  id: "expire-locks",
  status: "Enabled",
  filter: [{ objectSizeLessThan: LOCK_SIZE }],
  noncurrentVersionExpiration: [{ noncurrentDays: 1 }],
};

/** The account's Terraform states, with a key of their own. */
export class StateBucket extends Construct {
  public readonly keyArn: string;

  constructor(scope: Construct, id: string, environment: Environment, account: Account) {
    super(scope, id);
    const name = stateBucketName(environment, account);
    const alias = stateKeyAlias(environment, account);
    const key = new EncryptionKey(this, "key", {
      alias,
      description: `Terraform states of ${account.name}`,
      owner: account,
      uses: [useThroughServices(environment, account, ["s3"])],
    });
    this.keyArn = key.arn;
    const { bucket } = new PrivateBucket(this, "states", {
      name,
      keyArn: key.arn,
      statements: [
        ...onlyThisKey(name, [key.arn, keyAliasArn(environment, account, alias)]),
        ...stateBucketStatements(environment, account),
      ],
      noncurrentDays: OLD_VERSION_DAYS,
      furtherRules: [EXPIRE_LOCKS],
      stateful: true,
    });
    recordWaivers(bucket, [NO_STATE_ACCESS_LOG]);
  }
}
