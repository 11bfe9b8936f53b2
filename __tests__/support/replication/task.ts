import type { Endpoint, S3Settings } from "@aws-sdk/client-database-migration-service";
import { ReplicationError } from "../../../local/replication/problem";
import type { TaskParts } from "../../../local/replication/read/deployed-task";
import { readTask } from "../../../local/replication/read/deployed-task";
import type { DeployedTask } from "../../../local/replication/types";

export type Rule = Readonly<Record<string, unknown>>;

const numbered = (rules: readonly Rule[]): string =>
  JSON.stringify({
    rules: rules.map((rule, index) => ({ "rule-id": String(index + 1), "rule-name": `r${index + 1}`, ...rule })),
  });

export const include = (schema: string, table: string): Rule => ({
  "rule-type": "selection",
  "rule-action": "include",
  "object-locator": { "schema-name": schema, "table-name": table },
});

export const exclude = (schema: string, table: string): Rule => ({
  ...include(schema, table),
  "rule-action": "exclude",
});

/** A rule about names or columns; `names` are schema, table and column as far as it goes. */
export const transform = (action: string, names: readonly string[], others: Rule = {}): Rule => {
  const keys = ["schema-name", "table-name", "column-name"];
  return {
    "rule-type": "transformation",
    "rule-action": action,
    "rule-target": ["schema", "table", "column"][names.length - 1],
    "object-locator": Object.fromEntries(names.map((name, index) => [keys[index], name])),
    ...others,
  };
};

export const sequence = (schema: string, table: string): Rule => ({
  ...transform("add-column", [schema, table]),
  "rule-target": "column",
  value: "seq",
  expression: "$AR_H_CHANGE_SEQ",
  "data-type": { type: "string", length: 50 },
});

export const LOAN_RULES: readonly Rule[] = [
  include("lending", "Loan"),
  transform("remove-column", ["lending", "Loan", "National_Id"]),
  sequence("lending", "Loan"),
  transform("convert-lowercase", ["lending", "%"]),
  transform("convert-lowercase", ["lending", "%", "%"]),
];

export const CLIENT_RULES: readonly Rule[] = [include("core", "client"), sequence("core", "client")];

export const S3: S3Settings = {
  BucketName: "bucket",
  BucketFolder: "lending/g1",
  CompressionType: "gzip",
  DataFormat: "parquet",
  ParquetVersion: "parquet-2-0",
  ParquetTimestampInMillisecond: false,
  EncryptionMode: "sse-kms",
  ServerSideEncryptionKmsKeyId: "arn:aws:kms:eu-central-1:111122223333:key/lake",
  ServiceAccessRoleArn: "arn:aws:iam::222233334444:role/writer",
  ExpectedBucketOwner: "111122223333",
  IncludeOpForFullLoad: true,
  TimestampColumnName: "ts",
  UseTaskStartTimeForFullLoadTimestamp: true,
  DatePartitionEnabled: true,
  DatePartitionDelimiter: "DASH",
  CdcMaxBatchInterval: 60,
};

export const SETTINGS = {
  TargetMetadata: { SupportLobs: true, LimitedSizeLobMode: true, LobMaxSize: 1 },
  FullLoadSettings: { TargetTablePrepMode: "DO_NOTHING" },
  ChangeProcessingDdlHandlingPolicy: { HandleSourceTableDropped: false, HandleSourceTableTruncated: false },
  ErrorBehavior: { DataTruncationErrorPolicy: "STOP_TASK" },
};

/** What differs from a task that is fine. */
export interface Changes {
  readonly rules?: readonly Rule[];
  readonly s3?: S3Settings;
  readonly settings?: object;
  readonly source?: Endpoint;
  readonly task?: Partial<TaskParts["task"]>;
}

/** A task over MySQL, as the SDK describes it. */
export function parts({
  rules = LOAN_RULES,
  s3 = {},
  settings = SETTINGS,
  source = {},
  task = {},
}: Changes): TaskParts {
  return {
    task: {
      ReplicationTaskIdentifier: "loans",
      ReplicationTaskArn: "arn:aws:dms:eu-central-1:222233334444:task:loans",
      Status: "running",
      MigrationType: "full-load-and-cdc",
      TableMappings: numbered(rules),
      ReplicationTaskSettings: JSON.stringify(settings),
      ...task,
    },
    source: { EndpointIdentifier: "source", EngineName: "aurora", ...source },
    target: { EndpointIdentifier: "lake", EngineName: "s3", S3Settings: { ...S3, ...s3 } },
  };
}

/** The same over PostgreSQL. */
export const postgresql = (changes: Changes = {}): Changes => ({
  rules: CLIENT_RULES,
  ...changes,
  source: { EngineName: "aurora-postgresql", DatabaseName: "corebank", ...changes.source },
});

export function taskOf(changes: Changes = {}): DeployedTask {
  const read = readTask(parts(changes));
  if ("name" in read) return read;
  throw new ReplicationError(read);
}

/** Problems of a task, one line each. */
export function problemsOf(changes: Changes): readonly string[] {
  const read = readTask(parts(changes));
  return "name" in read ? [] : new ReplicationError(read).message.split("\n");
}
