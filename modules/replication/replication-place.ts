import { DataAwsEc2ManagedPrefixList } from "@cdktf/provider-aws/lib/data-aws-ec2-managed-prefix-list";
import { DataAwsSecurityGroup } from "@cdktf/provider-aws/lib/data-aws-security-group";
import { DmsReplicationSubnetGroup } from "@cdktf/provider-aws/lib/dms-replication-subnet-group";
import { SecurityGroup, type SecurityGroupEgress } from "@cdktf/provider-aws/lib/security-group";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import { Construct } from "constructs";
import { engineFacts } from "../../model/contract/engine";
import { isExisting, isNewNetwork } from "../../model/landscape/kinds";
import type { ClusterSource, Environment, ExistingSource, ProducerAccount, Source } from "../../model/landscape/types";
import { clusterSecurityGroupName, endpointsSecurityGroupName, replicationId } from "../../model/names";
import { NETWORK_OF_OTHERS } from "../../model/standing-waivers";
import type { ProducerNetworkLookup } from "../network/producer-network-lookup";
import { recordWaivers } from "../terraform/waived";

/** A rule as it stands in its group. */
const out = (
  port: number,
  description: string,
  to: Pick<SecurityGroupEgress, "cidrBlocks" | "prefixListIds" | "securityGroups">,
) => ({ protocol: "tcp", fromPort: port, toPort: port, description, ...to });

const HTTPS = 443;
const DATABASE = "Source database";

interface Database {
  /** How it is reached. */
  readonly rule: SecurityGroupEgress;
  /** The group that lets us in, when it is ours to say so. */
  readonly group?: DataAwsSecurityGroup;
}

export interface ReplicationPlaceProps {
  readonly environment: Environment;
  readonly producer: ProducerAccount;
  readonly source: Source;
  readonly network: ProducerNetworkLookup;
}

/**
 * Where DMS runs: private subnets, and a security group that reaches the source and AWS services, and nothing else. The
 * group's rules stand in it, so that a plan takes away what somebody adds.
 */
export class ReplicationPlace extends Construct {
  public readonly securityGroupId: string;
  public readonly subnetGroupId: string;

  constructor(scope: Construct, id: string, props: ReplicationPlaceProps) {
    super(scope, id);
    const { environment, producer, source, network } = props;
    const name = replicationId(environment, source);
    const database = isExisting(source) ? existing(source) : this.cluster(environment, source, network.vpcId);
    const group = new SecurityGroup(this, "group", {
      vpcId: network.vpcId,
      name: `${name}-dms`,
      description: `Replication of ${source.name}`,
      ingress: [],
      egress: [database.rule, ...this.toServices(props)],
      tags: { Name: `${name}-dms` },
    });
    if (!isNewNetwork(producer.network)) recordWaivers(group, [NETWORK_OF_OTHERS]);
    this.securityGroupId = group.id;
    if (database.group !== undefined) this.letInto(database.group, engineFacts(source.engine).port);
    this.subnetGroupId = new DmsReplicationSubnetGroup(this, "subnets", {
      replicationSubnetGroupId: name,
      replicationSubnetGroupDescription: `Subnets of ${name}`,
      subnetIds: network.subnetIds,
    }).replicationSubnetGroupId;
  }

  private cluster(environment: Environment, source: ClusterSource, vpcId: string): Database {
    const name = clusterSecurityGroupName(environment, source);
    const group = new DataAwsSecurityGroup(this, "cluster-group", { name, vpcId });
    return { rule: out(engineFacts(source.engine).port, DATABASE, { securityGroups: [group.id] }), group };
  }

  /** One of many rules of that group: whoever else connects to the database adds his own. */
  private letInto({ id: securityGroupId }: DataAwsSecurityGroup, port: number): void {
    new VpcSecurityGroupIngressRule(this, "into-cluster", {
      ipProtocol: "tcp",
      fromPort: port,
      toPort: port,
      securityGroupId,
      referencedSecurityGroupId: this.securityGroupId,
      description: "Replication by DMS",
    });
  }

  private toServices({ environment, producer, network }: ReplicationPlaceProps): readonly SecurityGroupEgress[] {
    if (!isNewNetwork(producer.network)) {
      // Where the endpoints of somebody else's network are is not known.
      return [out(HTTPS, "AWS services as the network leads to them", { cidrBlocks: ["0.0.0.0/0"] })];
    }
    const endpoints = new DataAwsSecurityGroup(this, "endpoints-group", {
      name: endpointsSecurityGroupName(environment, producer),
      vpcId: network.vpcId,
    });
    const s3 = new DataAwsEc2ManagedPrefixList(this, "s3-addresses", {
      name: `com.amazonaws.${environment.region}.s3`,
    });
    return [
      out(HTTPS, "AWS services through VPC endpoints", { securityGroups: [endpoints.id] }),
      out(HTTPS, "S3 through the gateway endpoint", { prefixListIds: [s3.id] }),
    ];
  }
}

/** Who is let in over there is for whoever owns the database. */
const existing = ({ existing: { cidr, port } }: ExistingSource): Database => ({
  rule: out(port, DATABASE, { cidrBlocks: [cidr] }),
});
