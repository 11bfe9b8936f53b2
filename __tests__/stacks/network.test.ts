import { DEPOSITS, LENDING } from "../support/bank";
import { groupRule } from "../support/closed";
import { serviceTrust } from "../support/expected-policies";
import { first, parsed } from "../support/json";
import { synthesized } from "../support/synthesized";

const bank = synthesized();

describe.each([
  ["lending", LENDING, "10.20.0.0/20", ["10.20.0.0/22", "10.20.4.0/22"]],
  ["deposits", DEPOSITS, "10.20.16.0/20", ["10.20.16.0/22", "10.20.20.0/22"]],
])("the network of %s", (account, accountId, cidr, blocks) => {
  const id = `prod-${account}-network`;
  const name = `prod-${account}-lake`;
  const names = (type: string): readonly string[] => Object.keys(bank.resources(id, type));
  const vpc = `\${aws_vpc.${first(names("aws_vpc"))}.id}`;
  const values = (type: string) => Object.values(bank.resources(id, type));
  const routes = `\${aws_route_table.${first(names("aws_route_table"))}.id}`;

  it("is one VPC whose default security group lets nothing through", () => {
    expect(bank.only(id, "aws_vpc")).toEqual({
      cidr_block: cidr,
      enable_dns_hostnames: true,
      enable_dns_support: true,
      tags: { Name: name },
    });
    expect(bank.only(id, "aws_default_security_group")).toEqual({
      vpc_id: vpc,
      ingress: [],
      egress: [],
      tags: { Name: `${name}-closed` },
    });
  });

  it("has one private subnet per zone and no way to the internet", () => {
    expect(values("aws_subnet")).toEqual(
      ["eu-central-1a", "eu-central-1b"].map((zone, index) => ({
        vpc_id: vpc,
        availability_zone: zone,
        cidr_block: blocks[index],
        map_public_ip_on_launch: false,
        tags: { Name: `${name}-${zone}` },
      })),
    );
    expect(bank.only(id, "aws_route_table")).toEqual({
      vpc_id: vpc,
      route: [],
      propagating_vgws: [],
      tags: { Name: name },
    });
    expect(values("aws_route_table_association").map(({ route_table_id: table }) => table)).toEqual([routes, routes]);
    for (const type of ["aws_internet_gateway", "aws_nat_gateway", "aws_route", "aws_eip"])
      expect(names(type)).toEqual([]);
  });

  it("reaches AWS services by endpoints, over HTTPS from inside", () => {
    const endpoints = values("aws_vpc_endpoint").map(({ service_name: service, vpc_endpoint_type: type }) => [
      service,
      type,
    ]);
    expect(new Map(endpoints.map(([service, type]) => [String(service).split(".").at(-1), type]))).toEqual(
      new Map([
        ["s3", "Gateway"],
        ...["kms", "logs", "monitoring", "secretsmanager", "sts"].map((service): [string, string] => [
          service,
          "Interface",
        ]),
      ]),
    );
    expect(bank.only(id, "aws_security_group")).toEqual({
      vpc_id: vpc,
      name: `${name}-endpoints`,
      description: "HTTPS from the VPC to AWS services",
      ingress: [groupRule({ description: "HTTPS from the VPC", cidr_blocks: [cidr], from_port: 443, to_port: 443 })],
      egress: [],
      tags: { Name: `${name}-endpoints` },
    });
  });

  it.each([
    ["dms-vpc-role", "AmazonDMSVPCManagementRole"],
    ["dms-cloudwatch-logs-role", "AmazonDMSCloudWatchLogsRole"],
  ])("holds the role %s that DMS looks for by name", (roleName, managed) => {
    const [roleKey, body] = bank.find(id, "aws_iam_role", { name: roleName });
    expect(parsed(body["assume_role_policy"])).toEqual(serviceTrust("dms.amazonaws.com", accountId));
    const attached = bank.find(id, "aws_iam_role_policy_attachment", { role: `\${aws_iam_role.${roleKey}.name}` })[1];
    expect(attached["policy_arn"]).toBe(`arn:aws:iam::aws:policy/service-role/${managed}`);
  });
});
