import { DataAwsSubnet } from "@cdktf/provider-aws/lib/data-aws-subnet";
import { DataAwsSubnets } from "@cdktf/provider-aws/lib/data-aws-subnets";
import { DataAwsVpc } from "@cdktf/provider-aws/lib/data-aws-vpc";
import { Construct } from "constructs";
import { isNewNetwork } from "../../model/landscape/kinds";
import type { Environment, ExistingNetwork, ProducerAccount } from "../../model/landscape/types";
import { vpcName } from "../../model/names";

/** The VPC and subnets of a producer: what its `network` stack made, found by names, or what the landscape names. */
export class ProducerNetworkLookup extends Construct {
  public readonly vpcId: string;
  public readonly subnetIds: string[];

  constructor(scope: Construct, id: string, environment: Environment, { name, network }: ProducerAccount) {
    super(scope, id);
    const found = isNewNetwork(network) ? this.byName(vpcName(environment, { name })) : this.byId(network);
    this.vpcId = found.vpcId;
    this.subnetIds = found.subnetIds;
  }

  private byName(name: string): { readonly vpcId: string; readonly subnetIds: string[] } {
    const vpc = new DataAwsVpc(this, "vpc", { tags: { Name: name } });
    const subnets = new DataAwsSubnets(this, "subnets", {
      filter: [
        { name: "vpc-id", values: [vpc.id] },
        { name: "tag:Name", values: [`${name}-*`] },
      ],
    });
    return { vpcId: vpc.id, subnetIds: subnets.ids };
  }

  /** A subnet that is not in this VPC and zone is not found, so the plan fails before anything is made. */
  private byId({ vpcId, subnets }: ExistingNetwork): { readonly vpcId: string; readonly subnetIds: string[] } {
    const found = subnets.map(
      ({ id, zone }) => new DataAwsSubnet(this, `subnet-${zone}`, { id, vpcId, availabilityZone: zone }),
    );
    return { vpcId, subnetIds: found.map((subnet) => subnet.id) };
  }
}
