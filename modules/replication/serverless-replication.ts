import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { DmsReplicationConfig } from "@cdktf/provider-aws/lib/dms-replication-config";
import { Construct } from "constructs";
import type { ServerlessReplication as ServerlessSettings } from "../../model/landscape/types";
import { acceptedLosses, waiverOf } from "../../model/landscape/waivers";
import { replicationTaskId } from "../../model/names";
import { tableMappings } from "../../model/replication/table-mappings";
import { taskSettings } from "../../model/replication/task-settings";
import { recordWaivers } from "../terraform/waived";
import type { ReplicationProps } from "./replication-props";

/**
 * Replication by DMS Serverless, which finds its size and engine version by itself.
 * https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Serverless.html
 */
export class ServerlessReplication extends Construct {
  constructor(scope: Construct, id: string, props: ReplicationProps<ServerlessSettings>) {
    super(scope, id);
    const { environment, source, settings, place } = props;
    const name = replicationTaskId(environment, source);
    const waivers = waiverOf(source, "replication-multi-az");
    // DMS makes the group by itself under this name, but without a key and for ever.
    const logs = new CloudwatchLogGroup(this, "logs", {
      name: `dms-serverless-replication-${name}`,
      kmsKeyId: props.keyArn,
      retentionInDays: environment.governance.logRetentionDays,
    });
    const config = new DmsReplicationConfig(this, "config", {
      replicationConfigIdentifier: name,
      resourceIdentifier: name,
      replicationType: "full-load-and-cdc",
      sourceEndpointArn: props.sourceEndpointArn,
      targetEndpointArn: props.lakeEndpointArn,
      tableMappings: tableMappings(source),
      replicationSettings: taskSettings(source),
      computeConfig: {
        minCapacityUnits: settings.minimumCapacity,
        maxCapacityUnits: settings.maximumCapacity,
        multiAz: waivers.length === 0,
        kmsKeyId: props.keyArn,
        replicationSubnetGroupId: place.subnetGroupId,
        vpcSecurityGroupIds: [place.securityGroupId],
        preferredMaintenanceWindow: "sun:02:00-sun:04:00",
      },
      startReplication: true,
      dependsOn: [logs],
    });
    recordWaivers(config, [...waivers, ...acceptedLosses(source)]);
  }
}
