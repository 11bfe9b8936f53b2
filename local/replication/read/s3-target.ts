import type { Endpoint } from "@aws-sdk/client-database-migration-service";
import * as v from "valibot";
import type { Problem } from "../problem";
import { shown } from "../problem";
import type { S3Target } from "../types";
import { S3_SETTINGS } from "./s3-settings";
import { checkSettings } from "./setting-rule";

const flag = (unless: boolean) => v.optional(v.boolean(), unless);
const word = <const Words extends readonly string[]>(words: Words, unless: Words[number]) =>
  v.pipe(v.optional(v.string(), unless), v.toLowerCase(), v.picklist(words));
/** Zero stands for DMS's own default, as Terraform's state shows it. */
const count = (unless: number) =>
  v.pipe(
    v.optional(v.number(), unless),
    v.integer(),
    v.minValue(0),
    v.transform((value) => (value === 0 ? unless : value)),
  );

/** Defaults: https://docs.aws.amazon.com/dms/latest/APIReference/API_S3Settings.html */
const settings = v.object({
  BucketName: v.pipe(v.string("write the bucket"), v.minLength(3)),
  BucketFolder: v.optional(v.string(), ""),
  ServerSideEncryptionKmsKeyId: v.pipe(v.string("write the ARN of the lake's key"), v.startsWith("arn:")),
  ServiceAccessRoleArn: v.pipe(
    v.string("write the role that DMS writes with"),
    v.regex(/^arn:[\w-]+:iam::\d{12}:role\//),
  ),
  ExpectedBucketOwner: v.optional(v.pipe(v.string(), v.regex(/^\d{12}$/))),
  // DMS writes CSV unless told otherwise; what is written is judged among the settings.
  DataFormat: v.string("write parquet: DMS writes CSV unless told so"),
  EncryptionMode: v.string("write SSE_KMS: DMS takes S3's own keys unless told so"),
  CompressionType: word(["none", "gzip"], "none"),
  ParquetVersion: word(["parquet-1-0", "parquet-2-0"], "parquet-1-0"),
  IncludeOpForFullLoad: flag(false),
  TimestampColumnName: v.optional(v.string(), ""),
  UseTaskStartTimeForFullLoadTimestamp: flag(false),
  ParquetTimestampInMillisecond: flag(false),
  DatePartitionEnabled: flag(false),
  DatePartitionSequence: word(["yyyymmdd", "yyyymmddhh", "yyyymm", "mmyyyydd", "ddmmyyyy"], "yyyymmdd"),
  DatePartitionDelimiter: word(["slash", "underscore", "dash", "none"], "slash"),
  CdcMaxBatchInterval: count(60),
  CdcMinFileSize: count(32_000),
  MaxFileSize: count(1_048_576),
});

const ACCOUNT = 4;

function targetOf(read: v.InferOutput<typeof settings>): S3Target {
  return {
    bucket: read.BucketName,
    folder: read.BucketFolder.replaceAll(/^\/+|\/+$/g, ""),
    kmsKeyArn: read.ServerSideEncryptionKmsKeyId,
    writerRoleArn: read.ServiceAccessRoleArn,
    // DMS then expects the owner of the role: https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Target.S3.html
    expectedBucketOwner: read.ExpectedBucketOwner ?? read.ServiceAccessRoleArn.split(":")[ACCOUNT] ?? "",
    compression: read.CompressionType === "gzip" ? "gzip" : "uncompressed",
    parquetVersion: read.ParquetVersion === "parquet-2-0" ? "V2" : "V1",
    operationInLoad: read.IncludeOpForFullLoad,
    timestampColumn: read.TimestampColumnName === "" ? undefined : read.TimestampColumnName,
    taskStartInLoad: read.UseTaskStartTimeForFullLoadTimestamp,
    milliseconds: read.ParquetTimestampInMillisecond,
    dateFolder: read.DatePartitionEnabled
      ? { sequence: read.DatePartitionSequence, delimiter: read.DatePartitionDelimiter }
      : undefined,
    batchSeconds: read.CdcMaxBatchInterval,
    batchKilobytes: read.CdcMinFileSize,
    loadKilobytes: read.MaxFileSize,
  };
}

/** Reads the target endpoint of a task; an endpoint that is not S3 is a problem of its own. */
export function readTarget(
  where: string,
  endpoint: Endpoint,
): { readonly target: S3Target | undefined; readonly problems: readonly Problem[] } {
  if (endpoint.EngineName !== "s3" || endpoint.S3Settings === undefined) {
    const found = `the target is ${shown(endpoint.EngineName)}`;
    return { target: undefined, problems: [{ where, found, instead: "only S3 is imitated" }] };
  }
  const at = `${where}, endpoint ${endpoint.EndpointIdentifier ?? "without a name"}`;
  const { success, output, issues } = v.safeParse(settings, endpoint.S3Settings);
  const problems = [
    ...checkSettings(at, endpoint.S3Settings, S3_SETTINGS),
    ...(issues ?? []).map((issue) => ({
      where: at,
      found: `${v.getDotPath(issue) ?? "settings"} is ${shown(issue.input) ?? "missing"}`,
      instead: issue.message,
    })),
  ];
  return { target: success ? targetOf(output) : undefined, problems };
}
