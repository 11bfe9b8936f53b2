import { GOVERNANCE, SOURCES } from "../support/bank";
import { KEY_USE, policy, serviceTrust } from "../support/expected-policies";
import { first, parsed } from "../support/json";
import { roleOf } from "../support/policies";
import { synthesized } from "../support/synthesized";

const bank = synthesized();

describe.each(SOURCES)("the lake endpoint of $source", ({ source, producer, producerId, prefix }) => {
  const id = `prod-${producer}-replication-${source}`;
  const name = `prod-${source}`;
  const bucket = `examplebank-prod-${source}-raw-${GOVERNANCE}`;
  const lookup = (keyId: string): string => {
    const [key] = first(Object.entries(bank.lookups(id, "aws_kms_key")).filter(([, body]) => body["key_id"] === keyId));
    return `\${data.aws_kms_key.${key}.arn}`;
  };
  const rawKey = lookup(`arn:aws:kms:eu-central-1:${GOVERNANCE}:alias/prod-${source}-raw`);
  const writer = roleOf(bank, id, `${name}-lake-writer`);
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
      parquet_timestamp_in_millisecond: false,
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
});
