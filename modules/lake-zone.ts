import { LakeformationResource } from "@cdktf/provider-aws/lib/lakeformation-resource";
import { Construct } from "constructs";
import { bucketArn } from "../model/arns";
import type { Environment, Source } from "../model/landscape/types";
import { accessLogBucketName, type Zone, zoneBucketName, zoneKeyAlias } from "../model/names";
import type { Statement } from "../model/policy/document";
import { onlyThisKey } from "../model/policy/encryption-guard";
import { useThroughServices } from "../model/policy/key-policy";
import { onlyThisOrganization } from "../model/policy/lake-perimeter";
import { EncryptionKey } from "./encryption-key";
import { PrivateBucket } from "./private-bucket";

/** Days that replaced and deleted objects are kept: time to notice a mistake and undo it. */
const NONCURRENT_DAYS = 30;

/** Services through which identities of the governance account use a zone's key. */
const USERS: Readonly<Record<Zone, readonly string[]>> = {
  raw: ["s3"],
  // Athena encrypts the results of merge statements by it.
  curated: ["athena", "s3"],
};

export interface LakeZoneProps {
  readonly environment: Environment;
  readonly source: Source;
  readonly zone: Zone;
  /** What another account's writer may do with the bucket. */
  readonly bucketStatements?: readonly Statement[];
  /** What another account's writer may do with the key. */
  readonly keyStatements?: readonly Statement[];
}

/** One source's files at one stage: a bucket with a key of its own. */
export class LakeZone extends Construct {
  public readonly keyArn: string;
  private readonly bucketName: string;
  private readonly bucket: PrivateBucket;

  constructor(scope: Construct, id: string, props: LakeZoneProps) {
    super(scope, id);
    const { environment, source, zone, bucketStatements = [], keyStatements = [] } = props;
    const name = zoneBucketName(environment, source, zone);
    this.bucketName = name;
    this.keyArn = new EncryptionKey(this, "key", {
      alias: zoneKeyAlias(environment, source, zone),
      description: `Zone ${zone} of ${source.name}`,
      owner: environment.governance,
      uses: [useThroughServices(environment, environment.governance, USERS[zone]), ...keyStatements],
      separated: true,
    }).arn;
    this.bucket = new PrivateBucket(this, "bucket", {
      name,
      keyArn: this.keyArn,
      statements: [...onlyThisKey(name, this.keyArn), onlyThisOrganization(environment, name), ...bucketStatements],
      noncurrentDays: NONCURRENT_DAYS,
      accessLogBucket: accessLogBucketName(environment),
      stateful: true,
    });
  }

  /** Puts the zone under Lake Formation: `roleArn` is the role by which it hands out access. */
  public register(roleArn: string): void {
    new LakeformationResource(this, "location", {
      arn: bucketArn(this.bucketName),
      roleArn,
      dependsOn: [this.bucket.policy],
    });
  }
}
