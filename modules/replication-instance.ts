import { DataAwsSecurityGroup } from "@cdktf/provider-aws/lib/data-aws-security-group";
import { DmsReplicationInstance } from "@cdktf/provider-aws/lib/dms-replication-instance";
import { DmsReplicationSubnetGroup } from "@cdktf/provider-aws/lib/dms-replication-subnet-group";
import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { VpcSecurityGroupEgressRule } from "@cdktf/provider-aws/lib/vpc-security-group-egress-rule";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import { Construct } from "constructs";
import { engineFacts } from "../model/contract/engine";
import type { Environment, Source } from "../model/landscape/types";
import { clusterSecurityGroupName, replicationId } from "../model/names";
import type { ProducerNetworkLookup } from "./producer-network-lookup";

export interface ReplicationInstanceProps {
  readonly environment: Environment;
  readonly source: Source;
  readonly network: ProducerNetworkLookup;
  readonly keyArn: string;
}

/** A private, Multi-AZ DMS instance that reaches its source's cluster and AWS services, and nothing else. */
export class ReplicationInstance extends Construct {
  public readonly arn: string;

  constructor(scope: Construct, id: string, { environment, source, network, keyArn }: ReplicationInstanceProps) {
    super(scope, id);
    const name = replicationId(environment, source);
    const group = new SecurityGroup(this, "group", {
      vpcId: network.vpcId,
      name: `${name}-dms`,
      description: `Replication of ${source.name}`,
      tags: { Name: `${name}-dms` },
    });
    this.connect(group.id, source, clusterSecurityGroupName(environment, source));
    const subnets = new DmsReplicationSubnetGroup(this, "subnets", {
      replicationSubnetGroupId: name,
      replicationSubnetGroupDescription: `Subnets of ${name}`,
      subnetIds: network.subnetIds,
    });
    const { instanceClass, engineVersion, storageGb } = source.replication;
    this.arn = new DmsReplicationInstance(this, "instance", {
      replicationInstanceId: name,
      replicationInstanceClass: instanceClass,
      engineVersion,
      allocatedStorage: storageGb,
      multiAz: true,
      publiclyAccessible: false,
      autoMinorVersionUpgrade: true,
      allowMajorVersionUpgrade: false,
      kmsKeyArn: keyArn,
      replicationSubnetGroupId: subnets.replicationSubnetGroupId,
      vpcSecurityGroupIds: [group.id],
      preferredMaintenanceWindow: "sun:02:00-sun:04:00",
    }).replicationInstanceArn;
  }

  private connect(groupId: string, source: Source, clusterGroup: string): void {
    const cluster = new DataAwsSecurityGroup(this, "cluster-group", { name: clusterGroup });
    const { port } = engineFacts(source.engine);
    const flow = { ipProtocol: "tcp", fromPort: port, toPort: port };
    new VpcSecurityGroupIngressRule(this, "into-cluster", {
      ...flow,
      securityGroupId: cluster.id,
      referencedSecurityGroupId: groupId,
      description: "Replication by DMS",
    });
    new VpcSecurityGroupEgressRule(this, "to-cluster", {
      ...flow,
      securityGroupId: groupId,
      referencedSecurityGroupId: cluster.id,
      description: "Source database",
    });
    // The subnets have no route out, so this reaches VPC endpoints alone; S3's are public addresses in the route table.
    new VpcSecurityGroupEgressRule(this, "to-services", {
      securityGroupId: groupId,
      cidrIpv4: "0.0.0.0/0",
      ipProtocol: "tcp",
      fromPort: 443,
      toPort: 443,
      description: "AWS services through VPC endpoints",
    });
  }
}
