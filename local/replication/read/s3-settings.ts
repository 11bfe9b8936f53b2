import type { S3Settings } from "@aws-sdk/client-database-migration-service";
import { off, only, type SettingRule, unset } from "./setting-rule";

/**
 * Every setting of an S3 endpoint that the SDK knows; the compiler wants one it knows anew listed here.
 * https://docs.aws.amazon.com/dms/latest/APIReference/API_S3Settings.html
 */
export const S3_SETTINGS: Readonly<Record<keyof S3Settings, SettingRule>> = {
  BucketName: "imitated",
  BucketFolder: "imitated",
  ServerSideEncryptionKmsKeyId: "imitated",
  ExpectedBucketOwner: "imitated",
  ServiceAccessRoleArn: "imitated",
  CompressionType: "imitated",
  ParquetVersion: "imitated",
  IncludeOpForFullLoad: "imitated",
  TimestampColumnName: "imitated",
  UseTaskStartTimeForFullLoadTimestamp: "imitated",
  ParquetTimestampInMillisecond: "imitated",
  DatePartitionEnabled: "imitated",
  DatePartitionSequence: "imitated",
  DatePartitionDelimiter: "imitated",
  CdcMaxBatchInterval: "imitated",
  CdcMinFileSize: "imitated",
  MaxFileSize: "imitated",

  // How values are laid out within a file.
  EncodingType: "without effect",
  DictPageSizeLimit: "without effect",
  RowGroupLength: "without effect",
  DataPageSize: "without effect",
  EnableStatistics: "without effect",
  // About CSV alone, which is refused.
  AddColumnName: "without effect",
  AddTrailingPaddingCharacter: "without effect",
  CsvDelimiter: "without effect",
  CsvNoSupValue: "without effect",
  CsvNullValue: "without effect",
  CsvRowDelimiter: "without effect",
  Rfc4180: "without effect",
  UseCsvNoSupValue: "without effect",
  // About S3 as a source.
  ExternalTableDefinition: "without effect",
  IgnoreHeaderRows: "without effect",

  DataFormat: only(["parquet"], "only Parquet is imitated"),
  EncryptionMode: only(["sse-kms"], "write SSE_KMS: else files are not encrypted with the lake's key"),
  CdcInsertsOnly: off("updates and deletions would never arrive"),
  CdcInsertsAndUpdates: off("deletions would never arrive"),
  PreserveTransactions: off("changes would be written as CSV, whatever the format says"),
  CdcPath: unset("it belongs to PreserveTransactions, which is not imitated"),
  DatePartitionTimezone: only(["utc", "etc/utc"], "only UTC is imitated, and Athena projects dates in UTC"),
  CannedAclForObjects: only(
    ["none", "bucket-owner-full-control"],
    "buckets that enforce their owner refuse other ACLs",
  ),
  GlueCatalogGeneration: off("DMS would create tables itself, in the account of the task"),
};
