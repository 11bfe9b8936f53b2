import { S3BucketReplicationConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-replication-configuration";
import type { TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import { bucketArn } from "../../model/arns";
import type { Environment, Replica, Source } from "../../model/landscape/types";
import { replicaRoleName, type Zone } from "../../model/names";
import { replicaStatements } from "../../model/policy/replica";
import { serviceTrust } from "../../model/policy/trust";
import { ServiceRole } from "../role/service-role";
import type { LakeZone } from "./lake-zone";
import { ZoneCopy } from "./zone-copy";

export interface LakeReplicationProps {
  readonly environment: Environment;
  readonly source: Source;
  readonly replica: Replica;
  /** Provider of the second Region. */
  readonly provider: TerraformProvider;
  readonly zones: Readonly<Record<Zone, LakeZone>>;
}

/** Copies every new file of a source to the second Region, under a key of that Region. */
export class LakeReplication extends Construct {
  constructor(scope: Construct, id: string, { zones, ...props }: LakeReplicationProps) {
    super(scope, id);
    const { environment, source, replica } = props;
    const pairs = (["raw", "curated"] as const).map((zone) => ({
      zone,
      from: zones[zone],
      to: new ZoneCopy(this, zone, { ...props, zone }),
    }));
    const role = new ServiceRole(this, "role", {
      name: replicaRoleName(environment, source),
      description: `Copies the files of ${source.name} to ${replica.region}`,
      trust: serviceTrust("s3.amazonaws.com", environment.governance),
      statements: replicaStatements(
        environment,
        replica,
        pairs.map(({ from, to }) => ({
          bucket: from.bucketName,
          keyArn: from.keyArn,
          copy: to.bucketName,
          copyKeyArn: to.keyArn,
        })),
      ),
    });
    for (const { zone, from, to } of pairs) {
      new S3BucketReplicationConfigurationA(this, `copy-${zone}`, {
        bucket: from.bucket.bucket.id,
        role: role.arn,
        rule: [
          {
            id: "second-region",
            status: "Enabled",
            priority: 0,
            filter: { prefix: "" },
            deleteMarkerReplication: { status: replica.removals === "repeated" ? "Enabled" : "Disabled" },
            sourceSelectionCriteria: { sseKmsEncryptedObjects: { status: "Enabled" } },
            destination: {
              bucket: bucketArn(to.bucketName),
              encryptionConfiguration: { replicaKmsKeyId: to.keyArn },
            },
          },
        ],
        dependsOn: [from.bucket.versioning, to.bucket.versioning, to.bucket.policy, role.policy],
      });
    }
  }
}
