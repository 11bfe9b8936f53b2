import type { TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import { zoneStorage } from "../../model/lake/zone-storage";
import type { Environment, Replica, Source } from "../../model/landscape/types";
import { replicaBucketName, type Zone, zoneKeyAlias } from "../../model/names";
import { onlyThisKey } from "../../model/policy/encryption-guard";
import { useThroughServices } from "../../model/policy/key-policy";
import { onlyThisOrganization } from "../../model/policy/lake-perimeter";
import { NO_REPLICA_ACCESS_LOG } from "../../model/standing-waivers";
import { recordWaivers } from "../terraform/waived";
import { EncryptionKey } from "./encryption-key";
import { PrivateBucket } from "./private-bucket";

export interface ZoneCopyProps {
  readonly environment: Environment;
  readonly source: Source;
  readonly zone: Zone;
  readonly replica: Replica;
  /** Provider of the second Region. */
  readonly provider: TerraformProvider;
}

/** Bucket and key of a zone's copy in the second Region. Nobody writes there but S3. */
export class ZoneCopy extends Construct {
  public readonly keyArn: string;
  public readonly bucketName: string;
  public readonly bucket: PrivateBucket;

  constructor(scope: Construct, id: string, { environment, source, zone, replica, provider }: ZoneCopyProps) {
    super(scope, id);
    const { governance } = environment;
    this.bucketName = replicaBucketName(environment, source, zone);
    this.keyArn = new EncryptionKey(this, "key", {
      // Aliases belong to a Region: the second one has the same.
      alias: zoneKeyAlias(environment, source, zone),
      description: `Copy of zone ${zone} of ${source.name}`,
      owner: governance,
      uses: [useThroughServices({ ...environment, region: replica.region }, governance, ["s3"])],
      separated: true,
      provider,
    }).arn;
    this.bucket = new PrivateBucket(this, "bucket", {
      name: this.bucketName,
      keyArn: this.keyArn,
      statements: [...onlyThisKey(this.bucketName, this.keyArn), onlyThisOrganization(environment, this.bucketName)],
      ...zoneStorage(governance, zone),
      stateful: true,
      provider,
    });
    recordWaivers(this.bucket.bucket, [NO_REPLICA_ACCESS_LOG]);
  }
}
