import { DataAwsEc2ManagedPrefixList } from "@cdktf/provider-aws/lib/data-aws-ec2-managed-prefix-list";
import { DataAwsSecurityGroup } from "@cdktf/provider-aws/lib/data-aws-security-group";
import { DmsReplicationSubnetGroup } from "@cdktf/provider-aws/lib/dms-replication-subnet-group";
import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { VpcSecurityGroupEgressRule } from "@cdktf/provider-aws/lib/vpc-security-group-egress-rule";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import { Construct } from "constructs";
import { engineFacts } from "../../model/contract/engine";
import { isExisting, isNewNetwork } from "../../model/landscape/kinds";
import type { ClusterSource, Environment, ExistingSource, ProducerAccount, Source } from "../../model/landscape/types";
import { clusterSecurityGroupName, endpointsSecurityGroupName, replicationId } from "../../model/names";
import { NETWORK_OF_OTHERS } from "../../model/standing-waivers";
import type { ProducerNetworkLookup } from "../network/producer-network-lookup";
import { recordWaivers } from "../terraform/waived";

const HTTPS = { ipProtocol: "tcp", fromPort: 443, toPort: 443 };

export interface ReplicationPlaceProps {
  readonly environment: Environment;
  readonly producer: ProducerAccount;
  readonly source: Source;
  readonly network: ProducerNetworkLookup;
}

/** Where DMS runs: private subnets, and a security group that reaches the source and AWS services, and nothing else. */
export class ReplicationPlace extends Construct {
  public readonly securityGroupId: string;
  public readonly subnetGroupId: string;

  constructor(scope: Construct, id: string, { environment, producer, source, network }: ReplicationPlaceProps) {
    super(scope, id);
    const name = replicationId(environment, source);
    const group = new SecurityGroup(this, "group", {
      vpcId: network.vpcId,
      name: `${name}-dms`,
      description: `Replication of ${source.name}`,
      tags: { Name: `${name}-dms` },
    });
    this.securityGroupId = group.id;
    if (isExisting(source)) this.reachExisting(source);
    else this.reachCluster(environment, source, network.vpcId);
    this.reachServices(environment, producer, network.vpcId);
    this.subnetGroupId = new DmsReplicationSubnetGroup(this, "subnets", {
      replicationSubnetGroupId: name,
      replicationSubnetGroupDescription: `Subnets of ${name}`,
      subnetIds: network.subnetIds,
    }).replicationSubnetGroupId;
  }

  private reachCluster(environment: Environment, source: ClusterSource, vpcId: string): void {
    const cluster = new DataAwsSecurityGroup(this, "cluster-group", {
      name: clusterSecurityGroupName(environment, source),
      vpcId,
    });
    const { port } = engineFacts(source.engine);
    const flow = { ipProtocol: "tcp", fromPort: port, toPort: port };
    new VpcSecurityGroupIngressRule(this, "into-cluster", {
      ...flow,
      securityGroupId: cluster.id,
      referencedSecurityGroupId: this.securityGroupId,
      description: "Replication by DMS",
    });
    new VpcSecurityGroupEgressRule(this, "to-cluster", {
      ...flow,
      securityGroupId: this.securityGroupId,
      referencedSecurityGroupId: cluster.id,
      description: "Source database",
    });
  }

  /** Who is let in over there is for whoever owns the database. */
  private reachExisting({ existing: { cidr, port } }: ExistingSource): void {
    new VpcSecurityGroupEgressRule(this, "to-database", {
      ipProtocol: "tcp",
      fromPort: port,
      toPort: port,
      securityGroupId: this.securityGroupId,
      cidrIpv4: cidr,
      description: "Source database",
    });
  }

  private reachServices(environment: Environment, producer: ProducerAccount, vpcId: string): void {
    const out = { ...HTTPS, securityGroupId: this.securityGroupId };
    if (!isNewNetwork(producer.network)) {
      // Where the endpoints of somebody else's network are is not known.
      const open = new VpcSecurityGroupEgressRule(this, "to-services", {
        ...out,
        cidrIpv4: "0.0.0.0/0",
        description: "AWS services as the network leads to them",
      });
      recordWaivers(open, [NETWORK_OF_OTHERS]);
      return;
    }
    const endpoints = new DataAwsSecurityGroup(this, "endpoints-group", {
      name: endpointsSecurityGroupName(environment, producer),
      vpcId,
    });
    new VpcSecurityGroupEgressRule(this, "to-endpoints", {
      ...out,
      referencedSecurityGroupId: endpoints.id,
      description: "AWS services through VPC endpoints",
    });
    const s3 = new DataAwsEc2ManagedPrefixList(this, "s3-addresses", {
      name: `com.amazonaws.${environment.region}.s3`,
    });
    new VpcSecurityGroupEgressRule(this, "to-s3", {
      ...out,
      prefixListId: s3.id,
      description: "S3 through the gateway endpoint",
    });
  }
}
