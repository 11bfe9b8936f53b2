import { LakeformationResource } from "@cdktf/provider-aws/lib/lakeformation-resource";
import { Construct } from "constructs";
import { bucketArn } from "../../model/arns";
import { zoneStorage } from "../../model/lake/zone-storage";
import type { Environment, Source } from "../../model/landscape/types";
import { accessLogBucketName, type Zone, zoneBucketName, zoneKeyAlias } from "../../model/names";
import { useByArrivals } from "../../model/policy/arrivals";
import type { Statement } from "../../model/policy/document";
import { onlyThisKey } from "../../model/policy/encryption-guard";
import { useThroughServices } from "../../model/policy/key-policy";
import { onlyThisOrganization } from "../../model/policy/lake-perimeter";
import { ArrivalQueue } from "../catalog/arrival-queue";
import { EncryptionKey } from "./encryption-key";
import { type Arrivals, PrivateBucket } from "./private-bucket";

/** Services through which identities of the governance account use a zone's key. */
const USERS: Readonly<Record<Zone, readonly string[]>> = {
  // The crawler reads its queue.
  raw: ["s3", "sqs"],
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
  /**
   * Folder whose new Parquet files the crawler is told of, without slashes at the ends.
   * @default - it is told of none
   */
  readonly crawledFolder?: string;
}

/** One source's files at one stage: a bucket with a key of its own. */
export class LakeZone extends Construct {
  public readonly keyArn: string;
  public readonly bucketName: string;
  public readonly bucket: PrivateBucket;

  constructor(scope: Construct, id: string, props: LakeZoneProps) {
    super(scope, id);
    const { environment, source, zone, bucketStatements = [], keyStatements = [], crawledFolder } = props;
    const { governance } = environment;
    const name = zoneBucketName(environment, source, zone);
    this.bucketName = name;
    this.keyArn = new EncryptionKey(this, "key", {
      alias: zoneKeyAlias(environment, source, zone),
      description: `Zone ${zone} of ${source.name}`,
      owner: governance,
      uses: [
        useThroughServices(environment, governance, USERS[zone]),
        ...(crawledFolder === undefined ? [] : [useByArrivals(environment, name)]),
        ...keyStatements,
      ],
      separated: true,
    }).arn;
    this.bucket = new PrivateBucket(this, "bucket", {
      name,
      keyArn: this.keyArn,
      statements: [...onlyThisKey(name, this.keyArn), onlyThisOrganization(environment, name), ...bucketStatements],
      ...zoneStorage(governance, zone),
      accessLogBucket: accessLogBucketName(environment),
      stateful: true,
      ...(crawledFolder === undefined ? {} : { arrivals: this.arrivals(props, crawledFolder) }),
    });
  }

  /** Puts the zone under Lake Formation: `roleArn` is the role by which it hands out access. */
  public register(roleArn: string): void {
    new LakeformationResource(this, "location", {
      arn: bucketArn(this.bucketName),
      roleArn,
      // In hybrid mode whoever has rights of IAM alone reads past Lake Formation.
      hybridAccessEnabled: false,
      withFederation: false,
      dependsOn: [this.bucket.policy],
    });
  }

  private arrivals({ environment, source }: LakeZoneProps, folder: string): Arrivals {
    const { bucketName: bucket, keyArn } = this;
    const queue = new ArrivalQueue(this, "arrivals", { environment, source, bucket, keyArn });
    return { queueArn: queue.arn, prefix: `${folder}/`, suffix: ".parquet", after: queue.policy };
  }
}
