import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { DbSubnetGroup } from "@cdktf/provider-aws/lib/db-subnet-group";
import { RdsCluster } from "@cdktf/provider-aws/lib/rds-cluster";
import { RdsClusterParameterGroup } from "@cdktf/provider-aws/lib/rds-cluster-parameter-group";
import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { Fn } from "cdktf";
import { Construct } from "constructs";
import { engineFacts } from "../../model/contract/engine";
import type { ClusterSource, Environment, ProducerAccount } from "../../model/landscape/types";
import { clusterId, clusterSecurityGroupName } from "../../model/names";
import { captureParameters, parameterFamily } from "../../model/replication/capture-parameters";
import { NO_BACKTRACK, NO_STATEMENT_LOG, OWN_BACKUPS } from "../../model/standing-waivers";
import type { ProducerNetworkLookup } from "../network/producer-network-lookup";
import { recordWaivers } from "../terraform/waived";
import { AuroraInstances } from "./aurora-instances";

const BACKUP_DAYS = 14;

export interface AuroraSourceProps {
  readonly environment: Environment;
  readonly account: ProducerAccount;
  readonly source: ClusterSource;
  readonly network: ProducerNetworkLookup;
  readonly keyArn: string;
}

/** An Aurora cluster whose changes can be captured, and which is hard to destroy. */
export class AuroraSource extends Construct {
  constructor(scope: Construct, id: string, props: AuroraSourceProps) {
    super(scope, id);
    const { environment, source, network, keyArn } = props;
    const { engine, engineVersion, capacity } = source;
    const name = clusterId(environment, source);
    const facts = engineFacts(engine);

    const subnets = new DbSubnetGroup(this, "subnets", {
      name,
      description: `Subnets of ${name}`,
      subnetIds: network.subnetIds,
    });
    const groupName = clusterSecurityGroupName(environment, source);
    // Who may connect is for the stack of whoever connects, such as replication.
    const group = new SecurityGroup(this, "group", {
      vpcId: network.vpcId,
      name: groupName,
      description: `Database connections to ${name}`,
      egress: [],
      tags: { Name: groupName },
    });
    const parameters = new RdsClusterParameterGroup(this, "parameters", {
      name,
      description: `Change capture for ${name}`,
      family: parameterFamily(engine, engineVersion),
      parameter: [...captureParameters(engine)],
    });
    // RDS makes the groups by itself under these names, but without a key and for ever.
    // https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Integrating.CloudWatch.html
    const logs = facts.logExports.map(
      (log) =>
        new CloudwatchLogGroup(this, `log-${log}`, {
          name: `/aws/rds/cluster/${name}/${log}`,
          kmsKeyId: keyArn,
          retentionInDays: environment.governance.logRetentionDays,
        }),
    );
    const cluster = new RdsCluster(this, "cluster", {
      clusterIdentifier: name,
      engine,
      engineVersion,
      databaseName: source.database,
      port: facts.port,
      masterUsername: "lake_owner",
      manageMasterUserPassword: true,
      masterUserSecretKmsKeyId: keyArn,
      iamDatabaseAuthenticationEnabled: true,
      // The Data API, by which the readiness stack reaches a cluster that no network leads to.
      enableHttpEndpoint: true,
      storageEncrypted: true,
      kmsKeyId: keyArn,
      dbSubnetGroupName: subnets.name,
      vpcSecurityGroupIds: [group.id],
      dbClusterParameterGroupName: parameters.name,
      enabledCloudwatchLogsExports: [...facts.logExports],
      backupRetentionPeriod: BACKUP_DAYS,
      preferredBackupWindow: "01:00-02:00",
      preferredMaintenanceWindow: "sun:04:30-sun:05:30",
      copyTagsToSnapshot: true,
      deletionProtection: true,
      skipFinalSnapshot: false,
      // A role here lets SQL copy tables to S3.
      iamRoles: [],
      // The moment of creation, kept from then on: a later cluster of the same name cannot collide with this one's snapshot.
      finalSnapshotIdentifier: `${name}-final-${Fn.formatdate("YYYYMMDDhhmmss", Fn.timestamp())}`,
      ...(capacity === undefined
        ? {}
        : { serverlessv2ScalingConfiguration: { minCapacity: capacity.minimum, maxCapacity: capacity.maximum } }),
      lifecycle: { preventDestroy: true, ignoreChanges: ["final_snapshot_identifier"] },
      dependsOn: logs,
    });
    recordWaivers(cluster, [OWN_BACKUPS, facts.family === "mysql" ? NO_BACKTRACK : NO_STATEMENT_LOG]);
    new AuroraInstances(this, "instances", { ...props, cluster });
  }
}
