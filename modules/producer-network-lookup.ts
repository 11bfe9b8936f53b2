import { DataAwsSubnets } from "@cdktf/provider-aws/lib/data-aws-subnets";
import { DataAwsVpc } from "@cdktf/provider-aws/lib/data-aws-vpc";
import { Construct } from "constructs";

/** The VPC and subnets that the `network` stack made, found by their names. */
export class ProducerNetworkLookup extends Construct {
  public readonly vpcId: string;
  public readonly subnetIds: string[];

  constructor(scope: Construct, id: string, name: string) {
    super(scope, id);
    const vpc = new DataAwsVpc(this, "vpc", { tags: { Name: name } });
    this.vpcId = vpc.id;
    this.subnetIds = new DataAwsSubnets(this, "subnets", {
      filter: [
        { name: "vpc-id", values: [vpc.id] },
        { name: "tag:Name", values: [`${name}-*`] },
      ],
    }).ids;
  }
}
