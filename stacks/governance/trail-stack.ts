import type { Construct } from "constructs";
import { logLock } from "../../model/lake/zone-storage";
import type { Environment } from "../../model/landscape/types";
import {
  accessLogBucketName,
  replicaBucketName,
  trailBucketName,
  trailKeyAlias,
  trailName,
  zoneBucketName,
} from "../../model/names";
import { onlyThisKey } from "../../model/policy/encryption-guard";
import { useThroughServices } from "../../model/policy/key-policy";
import { keepLocked, trailBucketStatements, trailKeyStatements } from "../../model/policy/trail";
import { EncryptionKey } from "../../modules/storage/encryption-key";
import { PrivateBucket } from "../../modules/storage/private-bucket";
import { AuditDesk } from "../../modules/trail/audit-desk";
import { AuditTrail } from "../../modules/trail/audit-trail";
import { TrailTable } from "../../modules/trail/trail-table";
import { LandingStack } from "../landing-stack";

const NONCURRENT_LOG_DAYS = 30;

/** Who did what to the lake: CloudTrail with data events, in a log bucket that nobody can shorten. */
export class TrailStack extends LandingStack {
  constructor(scope: Construct, environment: Environment) {
    const { governance } = environment;
    super(scope, { environment, account: governance, concern: "trail" });
    const name = trailBucketName(environment);
    const key = new EncryptionKey(this, "key", {
      alias: trailKeyAlias(environment),
      description: "Audit trail of the lake",
      owner: governance,
      uses: [useThroughServices(environment, governance, ["s3"]), ...trailKeyStatements(environment)],
      separated: true,
    });
    const bucket = new PrivateBucket(this, "log", {
      name,
      keyArn: key.arn,
      statements: [...onlyThisKey(name, key.arn), ...trailBucketStatements(environment), keepLocked(environment)],
      noncurrentDays: NONCURRENT_LOG_DAYS,
      expirationDays: governance.logRetentionDays,
      lock: logLock(governance),
      accessLogBucket: accessLogBucketName(environment),
      stateful: true,
    });
    new AuditTrail(this, "trail", {
      name: trailName(environment),
      bucketName: name,
      keyArn: key.arn,
      dataBuckets: environment.producers.flatMap(({ sources }) =>
        sources.flatMap((source) => [
          zoneBucketName(environment, source, "raw"),
          zoneBucketName(environment, source, "curated"),
          ...(governance.storage?.replica === undefined
            ? []
            : [replicaBucketName(environment, source, "raw"), replicaBucketName(environment, source, "curated")]),
        ]),
      ),
      after: bucket.policy,
    });
    const trail = new TrailTable(this, "table", environment);
    const { auditors } = governance;
    if (auditors !== undefined) {
      new AuditDesk(this, "auditors", { environment, auditors, trail, trailKeyArn: key.arn });
    }
  }
}
