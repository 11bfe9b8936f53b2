import { GOVERNANCE, SOURCES } from "../support/bank";
import { KEY_USE, policy, serviceTrust } from "../support/expected-policies";
import { first, parsed, text } from "../support/json";
import { roleOf } from "../support/policies";
import { synthesized } from "../support/synthesized";

const bank = synthesized();

describe.each(SOURCES)("replication of $source", ({ source, producer, producerId, prefix }) => {
  const id = `prod-${producer}-replication-${source}`;
  const name = `prod-${source}`;
  const bucket = `examplebank-prod-${source}-raw-${GOVERNANCE}`;
  const ref = (type: string, attribute: string): string =>
    `\${${type}.${first(Object.keys(bank.resources(id, type)))}.${attribute}}`;
  const lookup = (keyId: string): string => {
    const [key] = first(Object.entries(bank.lookups(id, "aws_kms_key")).filter(([, body]) => body["key_id"] === keyId));
    return `\${data.aws_kms_key.${key}.arn}`;
  };
  const rawKey = lookup(`arn:aws:kms:eu-central-1:${GOVERNANCE}:alias/prod-${source}-raw`);
  const ownKey = lookup(`alias/prod-${source}-source`);
  const writer = roleOf(bank, id, `${name}-lake-writer`);
  const reader = roleOf(bank, id, `${name}-dms-secret`);
  const fromDms = { ArnLike: { "aws:SourceArn": `arn:aws:dms:eu-central-1:${producerId}:*` } };

  it("writes Parquet with operation, commit time and day folders to governance's raw bucket, encrypted by its key", () => {
    expect(bank.only(id, "aws_dms_s3_endpoint")).toEqual({
      endpoint_id: `${name}-lake`,
      endpoint_type: "target",
      bucket_name: bucket,
      bucket_folder: prefix,
      expected_bucket_owner: GOVERNANCE,
      service_access_role_arn: writer.arn,
      encryption_mode: "SSE_KMS",
      server_side_encryption_kms_key_id: rawKey,
      data_format: "parquet",
      parquet_version: "parquet-2-0",
      parquet_timestamp_in_millisecond: true,
      compression_type: "GZIP",
      enable_statistics: true,
      include_op_for_full_load: true,
      cdc_inserts_only: false,
      cdc_inserts_and_updates: false,
      timestamp_column_name: "dms_commit_ts",
      use_task_start_time_for_full_load_timestamp: true,
      date_partition_enabled: true,
      date_partition_sequence: "yyyymmdd",
      date_partition_delimiter: "DASH",
      cdc_max_batch_interval: 60,
      cdc_min_file_size: 32000,
      depends_on: [`aws_iam_role_policy.${writer.policyName}`],
    });
  });

  it("writes by a role that may write its prefix and use its key, and nothing else", () => {
    expect(parsed(writer.body["assume_role_policy"])).toEqual(serviceTrust("dms.amazonaws.com", producerId, fromDms));
    expect(parsed(writer.policy["policy"])).toEqual(
      policy(
        {
          Sid: "WriteObjects",
          Effect: "Allow",
          Action: ["s3:DeleteObject", "s3:PutObject", "s3:PutObjectTagging"],
          Resource: `arn:aws:s3:::${bucket}/${prefix}/*`,
        },
        {
          Sid: "FindBucket",
          Effect: "Allow",
          Action: ["s3:GetBucketLocation", "s3:ListBucket"],
          Resource: `arn:aws:s3:::${bucket}`,
        },
        { Sid: "Encrypt", Effect: "Allow", Action: KEY_USE, Resource: rawKey },
      ),
    );
  });

  it("reads the source over verified TLS, with the login from the secret", () => {
    const [, endpoint] = bank.find(id, "aws_dms_endpoint", { endpoint_id: `${name}-source` });
    const secret = `arn:aws:secretsmanager:eu-central-1:${producerId}:secret:prod/${source}/replication`;
    const postgresql = {
      database_name: "corebank",
      postgres_settings: {
        capture_ddls: false,
        fail_tasks_on_lob_truncation: true,
        heartbeat_enable: true,
        heartbeat_frequency: 5,
        heartbeat_schema: "lake_heartbeat",
        plugin_name: "test_decoding",
      },
    };
    expect(endpoint).toEqual({
      endpoint_id: `${name}-source`,
      endpoint_type: "source",
      engine_name: source === "loans" ? "aurora" : "aurora-postgresql",
      ssl_mode: "verify-full",
      certificate_arn: ref("aws_dms_certificate", "certificate_arn"),
      kms_key_arn: ownKey,
      secrets_manager_arn: secret,
      secrets_manager_access_role_arn: reader.arn,
      pause_replication_tasks: true,
      depends_on: [`aws_iam_role_policy.${reader.policyName}`],
      ...(source === "loans" ? {} : postgresql),
    });
    expect(parsed(reader.body["assume_role_policy"])).toEqual(
      serviceTrust("dms.eu-central-1.amazonaws.com", producerId, fromDms),
    );
    expect(parsed(reader.policy["policy"])).toEqual(
      policy(
        {
          Sid: "ReadSecret",
          Effect: "Allow",
          Action: ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"],
          Resource: `${secret}-??????`,
        },
        { Sid: "Decrypt", Effect: "Allow", Action: ["kms:Decrypt", "kms:DescribeKey"], Resource: ownKey },
      ),
    );
    expect(text(bank.only(id, "aws_dms_certificate")["certificate_pem"])).toContain("-----BEGIN CERTIFICATE-----");
  });

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
