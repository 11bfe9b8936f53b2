import { block, parsed, text } from "../support/json";
import {
  AWS_DATABASE,
  BANK_DATABASE,
  EXISTING_NETWORK,
  withExistingDatabase,
  withExistingNetwork,
} from "../support/producers";
import { synthesized } from "../support/synthesized";

const REPLICATION = "prod-lending-replication-loans";

describe("a producer in a network that it has already", () => {
  const bank = synthesized(withExistingNetwork());
  const subnets = EXISTING_NETWORK.subnets.map(({ id, zone }) => ({
    id,
    vpc_id: EXISTING_NETWORK.vpcId,
    availability_zone: zone,
  }));

  it("gets no network, only the roles of DMS and a look at its subnets", () => {
    const types = Object.keys(block(bank.stack("prod-lending-network")["resource"]));
    expect(types).toEqual([
      "aws_iam_role",
      "aws_iam_role_policies_exclusive",
      "aws_iam_role_policy_attachment",
      "aws_iam_role_policy_attachments_exclusive",
    ]);
    expect(Object.values(bank.lookups("prod-lending-network", "aws_subnet"))).toEqual(subnets);
  });

  it.each(["prod-lending-source-loans", REPLICATION])("%s finds each subnet in its VPC and zone, or fails", (id) => {
    expect(Object.values(bank.lookups(id, "aws_subnet"))).toEqual(subnets);
    expect(bank.lookups(id, "aws_vpc")).toEqual({});
    const [group] = Object.values(bank.resources(id, "aws_security_group"));
    expect(group).toHaveProperty("vpc_id", EXISTING_NETWORK.vpcId);
  });

  it("spreads cluster instances over its zones", () => {
    const instances = Object.values(bank.resources("prod-lending-source-loans", "aws_rds_cluster_instance"));
    expect(instances.map((instance) => instance["availability_zone"])).toEqual(["eu-central-1a", "eu-central-1b"]);
  });

  it("reaches AWS services wherever the network leads", () => {
    const { egress } = bank.only(REPLICATION, "aws_security_group");
    expect(egress).toMatchObject([
      { from_port: 3306, cidr_blocks: null },
      { from_port: 443, cidr_blocks: ["0.0.0.0/0"] },
    ]);
  });
});

describe.each([
  ["aws", AWS_DATABASE, "aurora-mysql", "aurora"],
  ["aws", AWS_DATABASE, "mysql", "mysql"],
  ["bank", BANK_DATABASE, "mysql", "mysql"],
  ["bank", BANK_DATABASE, "postgresql", "postgres"],
] as const)("a database that exists, run by %s: %#", (operator, existing, engine, dmsEngine) => {
  const bank = synthesized(withExistingDatabase(existing, engine));

  it("gets no cluster, no credentials and no readiness stack", () => {
    const lending = bank.ids.filter((id) => id.startsWith("prod-lending-"));
    expect(lending).toEqual(
      ["bootstrap", "monitoring", "network", "replication-loans", "source-loans"].map((id) => `prod-lending-${id}`),
    );
    expect(Object.keys(block(bank.stack("prod-lending-source-loans")["resource"]))).toEqual([
      "aws_kms_alias",
      "aws_kms_key",
    ]);
  });

  it("is read by its engine's endpoint, with its own secret", () => {
    const endpoint = bank.only(REPLICATION, "aws_dms_endpoint");
    expect(endpoint).toMatchObject({
      engine_name: dmsEngine,
      ssl_mode: "verify-full",
      secrets_manager_arn: existing.secretArn,
    });
    expect("postgres_settings" in endpoint).toBe(engine === "postgresql");
    const [, reader] = bank.find(REPLICATION, "aws_iam_role", { name: "prod-loans-dms-secret" });
    expect(reader["description"]).toBe("Lets DMS read the login to loans");
    const policies = Object.values(bank.resources(REPLICATION, "aws_iam_role_policy")).map(({ policy }) =>
      text(policy),
    );
    const own = policies.filter((policy) => policy.includes("ReadSecret")).map(parsed);
    expect(JSON.stringify(own)).toContain(`"Resource":"${existing.secretArn}"`);
    expect(JSON.stringify(own)).toContain(`"Resource":"${existing.secretKeyArn ?? ""}"`);
  });

  it("is verified by the certificates of who runs it", () => {
    const pem = text(bank.only(REPLICATION, "aws_dms_certificate")["certificate_pem"]);
    expect(pem.includes("MIIBexample=")).toBe(operator === "bank");
  });

  it("may be reached at its addresses and port alone, and lets itself in", () => {
    const { ingress, egress } = bank.only(REPLICATION, "aws_security_group");
    expect(ingress).toEqual([]);
    expect(egress).toMatchObject([
      { cidr_blocks: ["10.1.2.0/28"], from_port: 3307, to_port: 3307 },
      { cidr_blocks: ["0.0.0.0/0"], from_port: 443, to_port: 443 },
    ]);
    expect(bank.resources(REPLICATION, "aws_vpc_security_group_ingress_rule")).toEqual({});
  });

  it("has no alarm on metrics of a cluster that is not the platform's", () => {
    const alarms = Object.values(bank.resources(REPLICATION, "aws_cloudwatch_metric_alarm"));
    expect(alarms.filter(({ namespace }) => namespace === "AWS/RDS")).toEqual([]);
  });
});
