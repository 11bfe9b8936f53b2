import { DbSubnetGroup } from "@cdktf/provider-aws/lib/db-subnet-group";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { RdsCluster } from "@cdktf/provider-aws/lib/rds-cluster";
import { RdsClusterInstance } from "@cdktf/provider-aws/lib/rds-cluster-instance";
import { RdsClusterParameterGroup } from "@cdktf/provider-aws/lib/rds-cluster-parameter-group";
import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { Construct } from "constructs";
import { engineFacts } from "../model/contract/engine";
import type { Account, Environment, Source } from "../model/landscape/types";
import { clusterId, clusterSecurityGroupName, monitoringRoleName } from "../model/names";
import { serviceTrust } from "../model/policy/trust";
import { captureParameters, parameterFamily } from "../model/replication/capture-parameters";
import type { ProducerNetworkLookup } from "./producer-network-lookup";

const DEFAULT_INSTANCES = 2;
const BACKUP_DAYS = 14;
const MONITORING_SECONDS = 60;

export interface AuroraSourceProps {
  readonly environment: Environment;
  readonly account: Account;
  readonly source: Source;
  readonly network: ProducerNetworkLookup;
  readonly keyArn: string;
}

/** An Aurora cluster whose changes can be captured, and which is hard to destroy. */
export class AuroraSource extends Construct {
  constructor(scope: Construct, id: string, props: AuroraSourceProps) {
    super(scope, id);
    const { environment, source, network, keyArn } = props;
    const { engine, engineVersion } = source;
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
      tags: { Name: groupName },
    });
    const parameters = new RdsClusterParameterGroup(this, "parameters", {
      name,
      description: `Change capture for ${name}`,
      family: parameterFamily(engine, engineVersion),
      parameter: [...captureParameters(engine)],
    });
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
      storageEncrypted: true,
      kmsKeyId: keyArn,
      dbSubnetGroupName: subnets.name,
      vpcSecurityGroupIds: [group.id],
      dbClusterParameterGroupName: parameters.name,
      enabledCloudwatchLogsExports: [...facts.logExports],
      backupRetentionPeriod: BACKUP_DAYS,
      copyTagsToSnapshot: true,
      deletionProtection: true,
      skipFinalSnapshot: false,
      finalSnapshotIdentifier: `${name}-final`,
      lifecycle: { preventDestroy: true },
    });
    this.addInstances(props, cluster);
  }

  private addInstances({ environment, account, source, keyArn }: AuroraSourceProps, cluster: RdsCluster): void {
    const monitoring = new IamRole(this, "monitoring", {
      name: monitoringRoleName(environment, source),
      description: "Enhanced monitoring of RDS instances",
      assumeRolePolicy: serviceTrust("monitoring.rds.amazonaws.com", account),
    });
    const attached = new IamRolePolicyAttachment(this, "monitoring-policy", {
      role: monitoring.name,
      policyArn: "arn:aws:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole",
    });
    for (let number = 1; number <= (source.instances ?? DEFAULT_INSTANCES); number++) {
      new RdsClusterInstance(this, `instance-${number}`, {
        identifier: `${clusterId(environment, source)}-${number}`,
        clusterIdentifier: cluster.id,
        engine: source.engine,
        engineVersion: cluster.engineVersion,
        instanceClass: source.instanceClass,
        publiclyAccessible: false,
        autoMinorVersionUpgrade: true,
        copyTagsToSnapshot: true,
        monitoringInterval: MONITORING_SECONDS,
        monitoringRoleArn: monitoring.arn,
        performanceInsightsEnabled: true,
        performanceInsightsKmsKeyId: keyArn,
        dependsOn: [attached],
      });
    }
  }
}
