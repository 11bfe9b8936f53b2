import type { Rights } from "./right";

const TAGS = ["ec2:CreateTags", "ec2:DeleteTags"];
const RULES = [
  "ec2:AuthorizeSecurityGroupEgress",
  "ec2:AuthorizeSecurityGroupIngress",
  "ec2:ModifySecurityGroupRules",
  "ec2:RevokeSecurityGroupEgress",
  "ec2:RevokeSecurityGroupIngress",
];

/** `ec2:Describe*` knows no resources. https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html */
const look = (...actions: readonly string[]) => ({
  on: "account" as const,
  read: actions.map((action) => `ec2:${action}`),
});
const change = (...write: readonly string[]) => ({ on: "network" as const, write: [...write, ...TAGS] });

export const EC2: Rights = {
  aws_vpc: [
    look(
      "DescribeVpcs",
      "DescribeVpcAttribute",
      "DescribeNetworkAcls",
      "DescribeRouteTables",
      "DescribeSecurityGroups",
    ),
    change("ec2:CreateVpc", "ec2:DeleteVpc", "ec2:ModifyVpcAttribute"),
  ],
  aws_subnet: [
    look("DescribeSubnets", "DescribeNetworkInterfaces"),
    change("ec2:CreateSubnet", "ec2:DeleteSubnet", "ec2:ModifySubnetAttribute"),
  ],
  aws_route_table: [look("DescribeRouteTables"), change("ec2:CreateRouteTable", "ec2:DeleteRouteTable")],
  aws_route_table_association: [
    look("DescribeRouteTables"),
    change("ec2:AssociateRouteTable", "ec2:DisassociateRouteTable", "ec2:ReplaceRouteTableAssociation"),
  ],
  aws_security_group: [
    look("DescribeSecurityGroups", "DescribeSecurityGroupRules", "DescribeNetworkInterfaces"),
    change("ec2:CreateSecurityGroup", "ec2:DeleteSecurityGroup", ...RULES),
  ],
  aws_default_security_group: [look("DescribeSecurityGroups", "DescribeSecurityGroupRules"), change(...RULES)],
  aws_vpc_security_group_egress_rule: [look("DescribeSecurityGroupRules"), change(...RULES)],
  aws_vpc_security_group_ingress_rule: [look("DescribeSecurityGroupRules"), change(...RULES)],
  aws_vpc_endpoint: [
    look("DescribeVpcEndpoints", "DescribePrefixLists", "DescribeNetworkInterfaces"),
    change("ec2:CreateVpcEndpoint", "ec2:DeleteVpcEndpoints", "ec2:ModifyVpcEndpoint"),
  ],
  aws_flow_log: [
    look("DescribeFlowLogs"),
    { ...change("ec2:CreateFlowLogs", "ec2:DeleteFlowLogs"), passRoleTo: ["vpc-flow-logs.amazonaws.com"] },
  ],
  aws_ebs_encryption_by_default: [
    {
      ...look("GetEbsEncryptionByDefault"),
      write: ["ec2:DisableEbsEncryptionByDefault", "ec2:EnableEbsEncryptionByDefault"],
    },
  ],
  "data.aws_ec2_managed_prefix_list": [look("DescribeManagedPrefixLists", "GetManagedPrefixListEntries")],
  "data.aws_security_group": [look("DescribeSecurityGroups")],
  "data.aws_security_groups": [look("DescribeSecurityGroups")],
  "data.aws_subnet": [look("DescribeSubnets")],
  "data.aws_subnets": [look("DescribeSubnets")],
  "data.aws_vpc": [look("DescribeVpcs", "DescribeVpcAttribute", "DescribeRouteTables")],
  "data.aws_route_tables": [look("DescribeRouteTables")],
};
