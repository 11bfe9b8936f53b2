import type { MySQLSettings, PostgreSQLSettings } from "@aws-sdk/client-database-migration-service";
import { off, only, type SettingRule, unset } from "./setting-rule";

/** How a database is reached: no row depends on it. */
const CONNECTION = {
  AuthenticationMethod: "without effect",
  ExecuteTimeout: "without effect",
  Password: "without effect",
  Port: "without effect",
  SecretsManagerAccessRoleArn: "without effect",
  SecretsManagerSecretId: "without effect",
  ServerName: "without effect",
  ServiceAccessRoleArn: "without effect",
  Username: "without effect",
} as const;

/** https://docs.aws.amazon.com/dms/latest/APIReference/API_PostgreSQLSettings.html */
export const POSTGRESQL_SETTINGS: Readonly<Record<keyof PostgreSQLSettings, SettingRule>> = {
  ...CONNECTION,
  DatabaseName: "imitated",
  CaptureDdls: "imitated",
  FailTasksOnLobTruncation: "imitated",
  DdlArtifactsSchema: "without effect",
  HeartbeatEnable: "without effect",
  HeartbeatFrequency: "without effect",
  HeartbeatSchema: "without effect",
  // CSV files on the way into a PostgreSQL target.
  MaxFileSize: "without effect",
  SlotName: "without effect",
  PluginName: only(["test-decoding"], "only test_decoding is imitated"),
  MapBooleanAsBoolean: off("the target would have to be told too, and an S3 endpoint cannot be"),
  MapJsonbAsClob: off("it is not imitated"),
  MapLongVarcharAs: unset("it is not imitated"),
  TrimSpaceInChar: off("it is not imitated"),
  DatabaseMode: only(["default"], "only PostgreSQL itself is imitated"),
  BabelfishDatabaseName: unset("only PostgreSQL itself is imitated"),
  DisableUnicodeSourceFilter: off("it is not imitated"),
  AfterConnectScript: unset("it may change what is read"),
};

/** https://docs.aws.amazon.com/dms/latest/APIReference/API_MySQLSettings.html */
export const MYSQL_SETTINGS: Readonly<Record<keyof MySQLSettings, SettingRule>> = {
  ...CONNECTION,
  EventsPollInterval: "without effect",
  // About MySQL as a target.
  MaxFileSize: "without effect",
  ParallelLoadThreads: "without effect",
  TargetDbType: "without effect",
  CleanSourceMetadataOnMismatch: "without effect",
  DatabaseName: unset("DMS would take the tables of all schemas for tables of this one"),
  ServerTimezone: only(["utc", "etc/utc"], "only a server in UTC is imitated"),
  AfterConnectScript: unset("it may change what is read"),
};
