import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { VpcEndpoint } from "@cdktf/provider-aws/lib/vpc-endpoint";
import { Construct } from "constructs";
import type { Environment, NewNetwork, ProducerAccount } from "../../model/landscape/types";
import { endpointsSecurityGroupName, vpcName } from "../../model/names";
import type { PrivateNetwork } from "./private-network";

/**
 * Services that DMS and its logs reach from a subnet without a route out. Since engine 3.4.7 DMS needs endpoints for S3
 * and Secrets Manager: https://docs.aws.amazon.com/dms/latest/userguide/CHAP_VPC_Endpoints.html
 */
const INTERFACE_SERVICES = ["kms", "logs", "monitoring", "secretsmanager", "sts"];

export interface PrivateEndpointsProps {
  readonly environment: Environment;
  readonly producer: ProducerAccount;
  readonly network: NewNetwork;
  readonly place: PrivateNetwork;
}

/** The only ways out of a private network: S3 by its route table, other services by interfaces in the subnets. */
export class PrivateEndpoints extends Construct {
  constructor(scope: Construct, id: string, { environment, producer, network, place }: PrivateEndpointsProps) {
    super(scope, id);
    const { vpcId } = place;
    const name = vpcName(environment, producer);
    const group = new SecurityGroup(this, "group", {
      vpcId,
      name: endpointsSecurityGroupName(environment, producer),
      description: "HTTPS from the VPC to AWS services",
      ingress: [
        { description: "HTTPS from the VPC", cidrBlocks: [network.cidr], protocol: "tcp", fromPort: 443, toPort: 443 },
      ],
      egress: [],
      tags: { Name: `${name}-endpoints` },
    });
    new VpcEndpoint(this, "s3", {
      vpcId,
      serviceName: `com.amazonaws.${environment.region}.s3`,
      vpcEndpointType: "Gateway",
      routeTableIds: [place.routeTableId],
      tags: { Name: `${name}-s3` },
    });
    for (const service of INTERFACE_SERVICES) {
      new VpcEndpoint(this, service, {
        vpcId,
        serviceName: `com.amazonaws.${environment.region}.${service}`,
        vpcEndpointType: "Interface",
        privateDnsEnabled: true,
        subnetIds: [...place.subnetIds],
        securityGroupIds: [group.id],
        tags: { Name: `${name}-${service}` },
      });
    }
  }
}
