import { DataAwsKmsKey } from "@cdktf/provider-aws/lib/data-aws-kms-key";
import { DmsS3Endpoint } from "@cdktf/provider-aws/lib/dms-s3-endpoint";
import { Construct } from "constructs";
import { keyAliasArn } from "../../model/arns";
import { replicationTaskId, writerRoleName, zoneBucketName, zoneKeyAlias } from "../../model/names";
import { type LakeWriter, writerRoleStatements } from "../../model/policy/lake-writer";
import { dmsTrust } from "../../model/policy/trust";
import { BATCH_SECONDS } from "../../model/replication/batch";
import { COMMIT_TIME_COLUMN, rawPrefix } from "../../model/replication/layout";
import { NO_S3_ENDPOINT_KEY } from "../../model/standing-waivers";
import { ServiceRole } from "../role/service-role";
import { recordWaivers } from "../terraform/waived";

/** KiB of changes that make DMS write a file earlier. */
const BATCH_KIB = 32_000;

/**
 * Where and how DMS writes the changes of a source: Parquet in the raw bucket of the governance account.
 * https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Target.S3.html
 */
export class LakeEndpoint extends Construct {
  public readonly arn: string;

  constructor(scope: Construct, id: string, writer: LakeWriter) {
    super(scope, id);
    const { environment, producer, source } = writer;
    const key = new DataAwsKmsKey(this, "raw-key", {
      keyId: keyAliasArn(environment, environment.governance, zoneKeyAlias(environment, source, "raw")),
    });
    const role = new ServiceRole(this, "writer", {
      name: writerRoleName(environment, source),
      description: `Lets DMS write ${source.name} to the lake`,
      trust: dmsTrust(environment, producer, "global"),
      statements: writerRoleStatements(writer, key.arn),
    });
    const endpoint = new DmsS3Endpoint(this, "endpoint", {
      // By generation: AWS refuses to change an endpoint whose task runs, so a new folder is a new endpoint and a new task.
      endpointId: `${replicationTaskId(environment, source)}-lake`,
      endpointType: "target",
      bucketName: zoneBucketName(environment, source, "raw"),
      bucketFolder: rawPrefix(producer, source),
      expectedBucketOwner: environment.governance.id,
      serviceAccessRoleArn: role.arn,
      encryptionMode: "SSE_KMS",
      // kms_key_arn, which looks like the same, replaces the endpoint at every plan (provider issue 32514).
      serverSideEncryptionKmsKeyId: key.arn,
      dataFormat: "parquet",
      parquetVersion: "parquet-2-0",
      // Every digit: the lake reads such columns as numbers (docs/decisions/0093-moments-as-numbers.md).
      parquetTimestampInMillisecond: false,
      compressionType: "GZIP",
      enableStatistics: true,
      includeOpForFullLoad: true,
      cdcInsertsOnly: false,
      cdcInsertsAndUpdates: false,
      timestampColumnName: COMMIT_TIME_COLUMN,
      useTaskStartTimeForFullLoadTimestamp: true,
      datePartitionEnabled: true,
      datePartitionSequence: "yyyymmdd",
      // One folder level, `2026-01-31/`, which partition projection reads as a date.
      datePartitionDelimiter: "DASH",
      cdcMaxBatchInterval: BATCH_SECONDS,
      cdcMinFileSize: BATCH_KIB,
      dependsOn: [role.policy],
    });
    recordWaivers(endpoint, [NO_S3_ENDPOINT_KEY]);
    this.arn = endpoint.endpointArn;
  }
}
