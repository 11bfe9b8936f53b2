import { DefaultSecurityGroup } from "@cdktf/provider-aws/lib/default-security-group";
import { RouteTable } from "@cdktf/provider-aws/lib/route-table";
import { RouteTableAssociation } from "@cdktf/provider-aws/lib/route-table-association";
import { Subnet } from "@cdktf/provider-aws/lib/subnet";
import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { Construct } from "constructs";
import type { NewNetwork } from "../../model/landscape/types";
import { subnetBlocks } from "../../model/network";

export interface PrivateNetworkProps {
  /** Name tag of VPC and subnets. */
  readonly name: string;
  readonly network: NewNetwork;
}

/** A VPC with one subnet per zone and no route out of it. */
export class PrivateNetwork extends Construct {
  public readonly vpcId: string;
  public readonly subnetIds: readonly string[];
  public readonly routeTableId: string;

  constructor(scope: Construct, id: string, { name, network }: PrivateNetworkProps) {
    super(scope, id);
    const vpc = new Vpc(this, "vpc", {
      cidrBlock: network.cidr,
      enableDnsHostnames: true,
      enableDnsSupport: true,
      tags: { Name: name },
    });
    this.vpcId = vpc.id;
    // Whatever forgets its security group falls into this one, which lets nothing through.
    new DefaultSecurityGroup(this, "closed", {
      vpcId: vpc.id,
      ingress: [],
      egress: [],
      tags: { Name: `${name}-closed` },
    });
    const routes = new RouteTable(this, "routes", {
      vpcId: vpc.id,
      // Left out, routes that somebody adds would stay. The gateway endpoint's are its own.
      route: [],
      propagatingVgws: [],
      tags: { Name: name },
    });
    this.routeTableId = routes.id;
    const blocks = subnetBlocks(network);
    this.subnetIds = network.zones.map((zone, index) => {
      const subnet = new Subnet(this, `subnet-${zone}`, {
        vpcId: vpc.id,
        availabilityZone: zone,
        cidrBlock: blocks[index] ?? "",
        mapPublicIpOnLaunch: false,
        tags: { Name: `${name}-${zone}` },
      });
      new RouteTableAssociation(this, `route-${zone}`, { subnetId: subnet.id, routeTableId: routes.id });
      return subnet.id;
    });
  }
}
