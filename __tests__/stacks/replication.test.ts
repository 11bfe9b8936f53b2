import { SOURCES } from "../support/bank";
import { groupRule } from "../support/closed";
import { first } from "../support/json";
import { synthesized } from "../support/synthesized";

const bank = synthesized();

describe.each(SOURCES)("replication of $source", ({ source, producer, producerId }) => {
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
      depends_on: [`aws_cloudwatch_log_group.${first(Object.keys(bank.resources(id, "aws_cloudwatch_log_group")))}`],
    });
    expect(bank.only(id, "aws_cloudwatch_log_group")).toEqual({
      name: `dms-tasks-${name}`,
      kms_key_id: ownKey,
      retention_in_days: 365,
    });
  });

  it("reaches its source's port, endpoints and S3, and is let in by the cluster for that port alone", () => {
    const port = source === "loans" ? 3306 : 5432;
    const group = (groupName: string): string => {
      const groups = Object.entries(bank.lookups(id, "aws_security_group"));
      const [key] = first(groups.filter(([, body]) => body["name"] === groupName));
      return `\${data.aws_security_group.${key}.id}`;
    };
    const cluster = group(`${name}-cluster`);
    const addresses = first(Object.entries(bank.lookups(id, "aws_ec2_managed_prefix_list")));
    const own = ref("aws_security_group", "id");
    const https = { from_port: 443, to_port: 443 };
    expect(addresses[1]).toEqual({ name: "com.amazonaws.eu-central-1.s3" });
    const { ingress, egress } = bank.only(id, "aws_security_group");
    expect(ingress).toEqual([]);
    expect(egress).toEqual(
      [
        { from_port: port, to_port: port, security_groups: [cluster], description: "Source database" },
        {
          ...https,
          security_groups: [group(`prod-${producer}-lake-endpoints`)],
          description: "AWS services through VPC endpoints",
        },
        {
          ...https,
          prefix_list_ids: [`\${data.aws_ec2_managed_prefix_list.${addresses[0]}.id}`],
          description: "S3 through the gateway endpoint",
        },
      ].map(groupRule),
    );
    expect(bank.only(id, "aws_vpc_security_group_ingress_rule")).toEqual({
      ip_protocol: "tcp",
      from_port: port,
      to_port: port,
      security_group_id: cluster,
      referenced_security_group_id: own,
      description: "Replication by DMS",
    });
  });

  it("alarms when changes are late, DMS is overloaded or the source's log grows, and tells the topic", () => {
    const topic = `arn:aws:sns:eu-central-1:${producerId}:prod-${producer}-alarms`;
    const alarms = Object.values(bank.resources(id, "aws_cloudwatch_metric_alarm"));
    const gib = 1024 ** 3;
    const log = source === "loans" ? ["SumBinaryLogSize", 100 * gib] : ["OldestReplicationSlotLag", 10 * gib];
    const told = alarms.map((alarm) => [
      alarm["alarm_name"],
      alarm["metric_name"],
      alarm["comparison_operator"] === "LessThanThreshold" ? "<" : ">",
      alarm["threshold"],
      alarm["treat_missing_data"],
    ]);
    // In the order of the JSON, which is that of generated names.
    expect(told).toHaveLength(8);
    expect(told).toEqual(
      expect.arrayContaining([
        [`${name}-CDCLatencySource`, "CDCLatencySource", ">", 300, "breaching"],
        [`${name}-CDCLatencySource-critical`, "CDCLatencySource", ">", 900, "notBreaching"],
        [`${name}-CDCLatencyTarget`, "CDCLatencyTarget", ">", 300, "breaching"],
        [`${name}-CDCLatencyTarget-critical`, "CDCLatencyTarget", ">", 900, "notBreaching"],
        [`${name}-CPUUtilization`, "CPUUtilization", ">", 80, "missing"],
        [`${name}-FreeableMemory`, "FreeableMemory", "<", gib / 2, "missing"],
        [`${name}-FreeStorageSpace`, "FreeStorageSpace", "<", (source === "loans" ? 10 : 20) * gib, "missing"],
        [`${name}-${log[0]}`, log[0], ">", log[1], "notBreaching"],
      ]),
    );
    for (const alarm of alarms) {
      expect(alarm).toMatchObject({ alarm_actions: [topic], ok_actions: [topic], evaluation_periods: 3 });
      const task = { ReplicationInstanceIdentifier: name, ReplicationTaskIdentifier: name };
      const cluster = { DBClusterIdentifier: name, Role: "WRITER" };
      const metric = String(alarm["metric_name"]);
      const dimensions = metric.startsWith("CDC")
        ? task
        : metric === log[0]
          ? cluster
          : { ReplicationInstanceIdentifier: name };
      expect(alarm["dimensions"]).toEqual(dimensions);
    }
  });
});
