import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { DmsReplicationInstance } from "@cdktf/provider-aws/lib/dms-replication-instance";
import { Construct } from "constructs";
import type { Environment, ReplicationInstance as InstanceSettings, Source } from "../../model/landscape/types";
import { waiverOf } from "../../model/landscape/waivers";
import { replicationId } from "../../model/names";
import { recordWaivers } from "../terraform/waived";
import type { ReplicationPlace } from "./replication-place";

export interface ReplicationInstanceProps {
  readonly environment: Environment;
  readonly source: Source;
  readonly settings: InstanceSettings;
  readonly place: ReplicationPlace;
  readonly keyArn: string;
}

/** A private DMS instance, in two zones unless that is waived, and the log group that its tasks write to. */
export class ReplicationInstance extends Construct {
  public readonly arn: string;

  constructor(scope: Construct, id: string, props: ReplicationInstanceProps) {
    super(scope, id);
    const { environment, source, settings, place, keyArn } = props;
    const name = replicationId(environment, source);
    const waivers = waiverOf(source, "replication-multi-az");
    // DMS makes the group by itself under this name, but without encryption and for ever.
    const logs = new CloudwatchLogGroup(this, "logs", {
      name: `dms-tasks-${name}`,
      kmsKeyId: keyArn,
      retentionInDays: environment.governance.logRetentionDays,
    });
    const instance = new DmsReplicationInstance(this, "instance", {
      replicationInstanceId: name,
      replicationInstanceClass: settings.instanceClass,
      engineVersion: settings.engineVersion,
      allocatedStorage: settings.storageGb,
      multiAz: waivers.length === 0,
      publiclyAccessible: false,
      autoMinorVersionUpgrade: true,
      allowMajorVersionUpgrade: false,
      kmsKeyArn: keyArn,
      replicationSubnetGroupId: place.subnetGroupId,
      vpcSecurityGroupIds: [place.securityGroupId],
      preferredMaintenanceWindow: "sun:02:00-sun:04:00",
      dependsOn: [logs],
    });
    recordWaivers(instance, waivers);
    this.arn = instance.replicationInstanceArn;
  }
}
