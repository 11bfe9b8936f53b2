import { SOURCES } from "../support/bank";
import { first } from "../support/json";
import { synthesized } from "../support/synthesized";

const bank = synthesized();

describe.each(SOURCES)("replication of $source", ({ source, producer }) => {
  const id = `prod-${producer}-replication-${source}`;
  const name = `prod-${source}`;
  const ref = (type: string, attribute: string): string =>
    `\${${type}.${first(Object.keys(bank.resources(id, type)))}.${attribute}}`;
  const lookup = (keyId: string): string => {
    const [key] = first(Object.entries(bank.lookups(id, "aws_kms_key")).filter(([, body]) => body["key_id"] === keyId));
    return `\${data.aws_kms_key.${key}.arn}`;
  };
  const ownKey = lookup(`alias/prod-${source}-source`);

  it("runs on a private, encrypted instance in two zones", () => {
    expect(bank.only(id, "aws_dms_replication_instance")).toEqual({
      replication_instance_id: name,
      replication_instance_class: "dms.t3.medium",
      engine_version: "3.5.4",
      allocated_storage: source === "loans" ? 50 : 100,
      multi_az: true,
      publicly_accessible: false,
      auto_minor_version_upgrade: true,
      allow_major_version_upgrade: false,
      kms_key_arn: ownKey,
      replication_subnet_group_id: ref("aws_dms_replication_subnet_group", "replication_subnet_group_id"),
      vpc_security_group_ids: [ref("aws_security_group", "id")],
      preferred_maintenance_window: "sun:02:00-sun:04:00",
    });
  });

  it("reaches its source's port and HTTPS, and is let in by the cluster for that port alone", () => {
    const port = source === "loans" ? 3306 : 5432;
    const cluster = `\${data.aws_security_group.${first(Object.keys(bank.lookups(id, "aws_security_group")))}.id}`;
    const own = ref("aws_security_group", "id");
    const flow = { ip_protocol: "tcp", from_port: port, to_port: port };
    const https = { ip_protocol: "tcp", from_port: 443, to_port: 443, cidr_ipv4: "0.0.0.0/0", security_group_id: own };
    expect(Object.values(bank.resources(id, "aws_vpc_security_group_egress_rule"))).toEqual([
      { ...flow, security_group_id: own, referenced_security_group_id: cluster, description: "Source database" },
      { ...https, description: "AWS services through VPC endpoints" },
    ]);
    expect(bank.only(id, "aws_vpc_security_group_ingress_rule")).toEqual({
      ...flow,
      security_group_id: cluster,
      referenced_security_group_id: own,
      description: "Replication by DMS",
    });
  });

  it("alarms when reading or writing is five minutes late, or says nothing", () => {
    const alarms = Object.values(bank.resources(id, "aws_cloudwatch_metric_alarm"));
    expect(alarms).toEqual(
      ["CDCLatencySource", "CDCLatencyTarget"].map((metric) => ({
        alarm_name: `${name}-${metric}`,
        alarm_description: `${metric} of ${source} above 300 seconds`,
        namespace: "AWS/DMS",
        metric_name: metric,
        dimensions: { ReplicationInstanceIdentifier: name, ReplicationTaskIdentifier: name },
        statistic: "Maximum",
        period: 60,
        evaluation_periods: 3,
        threshold: 300,
        comparison_operator: "GreaterThanThreshold",
        treat_missing_data: "breaching",
      })),
    );
  });
});
