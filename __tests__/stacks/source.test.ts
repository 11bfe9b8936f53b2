import { DEPOSITS, LENDING } from "../support/bank";
import { administration, logsUse, serviceTrust, throughServices } from "../support/expected-policies";
import { first, parsed } from "../support/json";
import { guardedKey, readKey } from "../support/keys";
import { keyOf } from "../support/policies";
import { synthesized } from "../support/synthesized";

const bank = synthesized();

const MYSQL = {
  engine: "aurora-mysql",
  engine_version: "8.0.mysql_aurora.3.08.2",
  database_name: "lending",
  port: 3306,
  enabled_cloudwatch_logs_exports: ["audit", "error", "slowquery"],
};
const POSTGRESQL = {
  engine: "aurora-postgresql",
  engine_version: "16.6",
  database_name: "corebank",
  port: 5432,
  enabled_cloudwatch_logs_exports: ["postgresql"],
};
const MYSQL_PARAMETERS = [
  { name: "binlog_format", value: "ROW", apply_method: "pending-reboot" },
  { name: "net_read_timeout", value: "300", apply_method: "immediate" },
  { name: "net_write_timeout", value: "300", apply_method: "immediate" },
  { name: "require_secure_transport", value: "ON", apply_method: "immediate" },
  { name: "server_audit_events", value: "CONNECT,QUERY_DCL,QUERY_DDL", apply_method: "immediate" },
  { name: "server_audit_logging", value: "1", apply_method: "immediate" },
];
const POSTGRESQL_PARAMETERS = [
  { name: "rds.force_ssl", value: "1", apply_method: "immediate" },
  { name: "rds.logical_replication", value: "1", apply_method: "pending-reboot" },
  { name: "wal_sender_timeout", value: "60000", apply_method: "immediate" },
];

describe.each([
  ["loans", "lending", LENDING, MYSQL, "aurora-mysql8.0", MYSQL_PARAMETERS],
  ["deposits", "deposits", DEPOSITS, POSTGRESQL, "aurora-postgresql16", POSTGRESQL_PARAMETERS],
])("the database of %s", (source, account, accountId, engine, family, parameters) => {
  const id = `prod-${account}-source-${source}`;
  const name = `prod-${source}`;
  const key = keyOf(bank, id, `alias/prod-${source}-source`);
  const ref = (type: string, attribute: string): string =>
    `\${${type}.${first(Object.keys(bank.resources(id, type)))}.${attribute}}`;

  it("is encrypted, backed up, keeps its password in Secrets Manager and is hard to destroy", () => {
    expect(bank.only(id, "aws_rds_cluster")).toEqual({
      ...engine,
      cluster_identifier: name,
      master_username: "lake_owner",
      manage_master_user_password: true,
      master_user_secret_kms_key_id: key.arn,
      iam_database_authentication_enabled: true,
      storage_encrypted: true,
      kms_key_id: key.arn,
      db_subnet_group_name: ref("aws_db_subnet_group", "name"),
      vpc_security_group_ids: [ref("aws_security_group", "id")],
      db_cluster_parameter_group_name: ref("aws_rds_cluster_parameter_group", "name"),
      backup_retention_period: 14,
      copy_tags_to_snapshot: true,
      deletion_protection: true,
      skip_final_snapshot: false,
      iam_roles: [],
      enable_http_endpoint: true,
      preferred_backup_window: "01:00-02:00",
      preferred_maintenance_window: "sun:04:30-sun:05:30",
      final_snapshot_identifier: `${name}-final-\${formatdate("YYYYMMDDhhmmss", timestamp())}`,
      lifecycle: { prevent_destroy: true, ignore_changes: ["final_snapshot_identifier"] },
      depends_on: Object.keys(bank.resources(id, "aws_cloudwatch_log_group")).map(
        (group) => `aws_cloudwatch_log_group.${group}`,
      ),
    });
  });

  it("exports logs into groups of its own, which are there before it", () => {
    const groups = Object.values(bank.resources(id, "aws_cloudwatch_log_group"));
    const logs = source === "loans" ? ["audit", "error", "slowquery"] : ["postgresql"];
    expect(groups).toEqual(
      logs.map((log) => ({
        name: `/aws/rds/cluster/${name}/${log}`,
        kms_key_id: key.arn,
        retention_in_days: 365,
      })),
    );
  });

  it("has the parameters that change capture and TLS need, and no others", () => {
    expect(bank.only(id, "aws_rds_cluster_parameter_group")).toEqual({
      name,
      description: `Change capture for ${name}`,
      family,
      parameter: parameters,
    });
  });

  it("runs on two private, monitored instances in different zones", () => {
    const attachment = first(Object.keys(bank.resources(id, "aws_iam_role_policy_attachment")));
    expect(Object.values(bank.resources(id, "aws_rds_cluster_instance"))).toEqual(
      [1, 2].map((number) => ({
        identifier: `${name}-${number}`,
        cluster_identifier: ref("aws_rds_cluster", "id"),
        engine: engine.engine,
        engine_version: ref("aws_rds_cluster", "engine_version"),
        instance_class: "db.r6g.large",
        availability_zone: `eu-central-1${number === 1 ? "a" : "b"}`,
        publicly_accessible: false,
        auto_minor_version_upgrade: true,
        copy_tags_to_snapshot: true,
        monitoring_interval: 60,
        monitoring_role_arn: ref("aws_iam_role", "arn"),
        performance_insights_enabled: true,
        performance_insights_kms_key_id: key.arn,
        depends_on: [`aws_iam_role_policy_attachment.${attachment}`],
        lifecycle: {
          postcondition: [
            {
              condition: '${startswith(self.db_parameter_group_name, "default.")}',
              error_message:
                "The instance has a parameter group of its own, which goes before the cluster's. Somebody changed it by hand: give it the default group of its engine with `aws rds modify-db-instance`.",
            },
          ],
        },
      })),
    );
  });

  it("lets nobody connect by itself: its security group has no rules", () => {
    const vpc = first(Object.keys(bank.lookups(id, "aws_vpc")));
    expect(bank.only(id, "aws_security_group")).toEqual({
      vpc_id: `\${data.aws_vpc.${vpc}.id}`,
      name: `${name}-cluster`,
      description: `Database connections to ${name}`,
      egress: [],
      tags: { Name: `${name}-cluster` },
    });
    expect(Object.keys(bank.resources(id, "aws_vpc_security_group_ingress_rule"))).toEqual([]);
  });

  it("has a key that database, secrets, DMS and logs use for this account alone", () => {
    const use = throughServices(accountId, "dms", "rds", "secretsmanager");
    expect(readKey(bank, id, `alias/prod-${source}-source`)).toEqual(
      guardedKey(
        administration(accountId),
        use,
        {
          ...use,
          Sid: "GrantsForServices",
          Action: "kms:CreateGrant",
          Condition: { ...Object(use["Condition"]), Bool: { "kms:GrantIsForAWSResource": "true" } },
        },
        logsUse(accountId),
      ),
    );
  });

  it("is monitored by a role for RDS of this account", () => {
    expect(parsed(bank.only(id, "aws_iam_role")["assume_role_policy"])).toEqual(
      serviceTrust("monitoring.rds.amazonaws.com", accountId),
    );
  });
});
