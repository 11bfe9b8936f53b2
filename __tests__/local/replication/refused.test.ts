import type { S3Settings } from "@aws-sdk/client-database-migration-service";
import { type Changes, LOAN_RULES, postgresql, problemsOf, SETTINGS } from "../../support/replication/task";

const ofS3 = (s3: S3Settings): Changes => ({ s3 });
const ofSettings = (settings: object): Changes => ({ settings: { ...SETTINGS, ...settings } });
const ofPostgresql = (settings: object): Changes => postgresql({ source: { PostgreSQLSettings: settings } });
const ofMysql = (settings: object): Changes => ({ source: { MySQLSettings: settings } });

/** The endpoint of the target, without some settings. */
const without = (name: keyof S3Settings): Changes => ofS3({ [name]: undefined });

test("a task that is fine has no problem", () => {
  expect(problemsOf({})).toEqual([]);
  expect(problemsOf(postgresql({ source: { PostgreSQLSettings: { PluginName: "test-decoding" } } }))).toEqual([]);
});

test.each<readonly [Changes, string]>([
  [ofS3({ DataFormat: "csv" }), 'DataFormat is "csv"; only Parquet is imitated'],
  [without("DataFormat"), "DataFormat is missing; write parquet: DMS writes CSV unless told so"],
  [
    ofS3({ EncryptionMode: "sse-s3" }),
    'EncryptionMode is "sse-s3"; write SSE_KMS: else files are not encrypted with the lake\'s key',
  ],
  [without("EncryptionMode"), "EncryptionMode is missing; write SSE_KMS: DMS takes S3's own keys unless told so"],
  [without("ServerSideEncryptionKmsKeyId"), "ServerSideEncryptionKmsKeyId is missing; write the ARN of the lake's key"],
  [ofS3({ CdcInsertsOnly: true }), "CdcInsertsOnly is true; updates and deletions would never arrive"],
  [ofS3({ CdcInsertsAndUpdates: true }), "CdcInsertsAndUpdates is true; deletions would never arrive"],
  [
    ofS3({ PreserveTransactions: true }),
    "PreserveTransactions is true; changes would be written as CSV, whatever the format says",
  ],
  [ofS3({ CdcPath: "cdc" }), 'CdcPath is "cdc"; it belongs to PreserveTransactions, which is not imitated'],
  [
    ofS3({ DatePartitionTimezone: "Europe/Berlin" }),
    'DatePartitionTimezone is "Europe/Berlin"; only UTC is imitated, and Athena projects dates in UTC',
  ],
  [
    ofS3({ CannedAclForObjects: "public-read" }),
    'CannedAclForObjects is "public-read"; buckets that enforce their owner refuse other ACLs',
  ],
  [
    ofS3({ GlueCatalogGeneration: true }),
    "GlueCatalogGeneration is true; DMS would create tables itself, in the account of the task",
  ],
])("%j of the target is refused", (changes, problem) => {
  expect(problemsOf(changes)).toEqual([`loans, endpoint lake: ${problem}`]);
});

test.each<readonly [Changes, string]>([
  [
    ofPostgresql({ MapBooleanAsBoolean: true }),
    "MapBooleanAsBoolean is true; the target would have to be told too, and an S3 endpoint cannot be",
  ],
  [ofPostgresql({ PluginName: "pglogical" }), 'PluginName is "pglogical"; only test_decoding is imitated'],
  [ofPostgresql({ MapJsonbAsClob: true }), "MapJsonbAsClob is true; it is not imitated"],
  [ofPostgresql({ MapLongVarcharAs: "wstring" }), 'MapLongVarcharAs is "wstring"; it is not imitated'],
  [ofPostgresql({ TrimSpaceInChar: true }), "TrimSpaceInChar is true; it is not imitated"],
  [ofPostgresql({ DatabaseMode: "babelfish" }), 'DatabaseMode is "babelfish"; only PostgreSQL itself is imitated'],
  [ofPostgresql({ BabelfishDatabaseName: "b" }), 'BabelfishDatabaseName is "b"; only PostgreSQL itself is imitated'],
  [ofPostgresql({ DisableUnicodeSourceFilter: true }), "DisableUnicodeSourceFilter is true; it is not imitated"],
  [ofPostgresql({ AfterConnectScript: "SET x" }), 'AfterConnectScript is "SET x"; it may change what is read'],
  [ofPostgresql({ NewSetting: 1 }), "NewSetting is 1; this setting is not known here"],
  [postgresql({ source: { DatabaseName: "" } }), "it names no database; PostgreSQL needs one"],
  [
    ofMysql({ DatabaseName: "lending" }),
    'DatabaseName is "lending"; DMS would take the tables of all schemas for tables of this one',
  ],
  [ofMysql({ ServerTimezone: "US/Pacific" }), 'ServerTimezone is "US/Pacific"; only a server in UTC is imitated'],
  [ofMysql({ AfterConnectScript: "SET x" }), 'AfterConnectScript is "SET x"; it may change what is read'],
  [
    { source: { ExtraConnectionAttributes: "eventsPollInterval=5;initstmt=SET x" } },
    "the extra connection attribute initstmt; it is not known here",
  ],
  [{ source: { EngineName: "oracle" } }, 'the source is "oracle"; only MySQL and PostgreSQL are imitated'],
  [
    ofSettings({ ErrorBehavior: {} }),
    "large objects are cut at a limit and nothing fails; write FailTasksOnLobTruncation, or DataTruncationErrorPolicy STOP_TASK or SUSPEND_TABLE",
  ],
])("%j of the source is refused", (changes, problem) => {
  expect(problemsOf(changes)).toEqual([`loans, endpoint source: ${problem}`]);
});

const keeps = SETTINGS.ChangeProcessingDdlHandlingPolicy;
const lobs = SETTINGS.TargetMetadata;
const DELETES = "a truncated or dropped table would take its files out of the lake; write false";

test.each<readonly [object, string]>([
  [
    { FullLoadSettings: {} },
    ': FullLoadSettings.TargetTablePrepMode is "DROP_AND_CREATE"; it deletes the files that are there; write DO_NOTHING',
  ],
  [
    { FullLoadSettings: { TargetTablePrepMode: "TRUNCATE_BEFORE_LOAD" } },
    ': FullLoadSettings.TargetTablePrepMode is "TRUNCATE_BEFORE_LOAD"; it deletes the files that are there; write DO_NOTHING',
  ],
  [
    { ChangeProcessingDdlHandlingPolicy: { ...keeps, HandleSourceTableDropped: true } },
    `: ChangeProcessingDdlHandlingPolicy.HandleSourceTableDropped is true; ${DELETES}`,
  ],
  [
    { ChangeProcessingDdlHandlingPolicy: { HandleSourceTableDropped: false } },
    `: ChangeProcessingDdlHandlingPolicy.HandleSourceTableTruncated is true; ${DELETES}`,
  ],
  [
    { TargetMetadata: { ...lobs, FullLobMode: true } },
    ", TargetMetadata: FullLobMode is true; S3 as a target knows limited mode only",
  ],
  [
    { TargetMetadata: { ...lobs, InlineLobMaxSize: 16 } },
    ", TargetMetadata: InlineLobMaxSize is 16; S3 as a target knows limited mode only",
  ],
  [
    { TargetMetadata: { ...lobs, BatchApplyEnabled: true } },
    ", TargetMetadata: BatchApplyEnabled is true; not supported for S3, where it may lose data",
  ],
  [
    { TargetMetadata: { ...lobs, TargetSchema: "x" } },
    ', TargetMetadata: TargetSchema is "x"; the schema in the folder comes from the rules alone',
  ],
  [
    { TargetMetadata: { ...lobs, TaskRecoveryTableEnabled: true } },
    ", TargetMetadata: TaskRecoveryTableEnabled is true; DMS would write a table of its own into the bucket",
  ],
  [
    { FullLoadSettings: { TargetTablePrepMode: "DO_NOTHING", StopTaskCachedChangesApplied: true } },
    ", FullLoadSettings: StopTaskCachedChangesApplied is true; the task would stop after the full load, and changes would not arrive",
  ],
  [
    { FullLoadSettings: { TargetTablePrepMode: "DO_NOTHING", StopTaskCachedChangesNotApplied: true } },
    ", FullLoadSettings: StopTaskCachedChangesNotApplied is true; the task would stop after the full load, and changes would not arrive",
  ],
  [
    { ControlTablesSettings: { StatusTableEnabled: true } },
    ", ControlTablesSettings: StatusTableEnabled is true; DMS would write a table of its own into the bucket",
  ],
  [
    { ValidationSettings: { ValidationOnly: true } },
    ", ValidationSettings: ValidationOnly is true; such a task copies nothing",
  ],
  [
    { LoopbackPreventionSettings: { EnableLoopbackPrevention: true } },
    ': LoopbackPreventionSettings is {"EnableLoopbackPrevention":true}; it leaves changes out',
  ],
  [
    { CharacterSetSettings: { CharacterReplacements: [] } },
    ': CharacterSetSettings is {"CharacterReplacements":[]}; it may change text',
  ],
  [
    { BeforeImageSettings: { EnableBeforeImage: true } },
    ': BeforeImageSettings is {"EnableBeforeImage":true}; it is not for S3',
  ],
  [{ PostProcessingRules: {} }, ": PostProcessingRules is {}; it is not imitated"],
  [{ NewSection: {} }, ": NewSection is {}; this setting is not known here"],
  [
    { ErrorBehavior: { DataTruncationErrorPolicy: "STOP_TASK", NewPolicy: 1 } },
    ", ErrorBehavior: NewPolicy is 1; this setting is not known here",
  ],
])("task settings %j are refused", (settings, problem) => {
  expect(problemsOf(ofSettings(settings))).toEqual([`loans${problem}`]);
});

test.each<readonly [Changes["task"], string]>([
  [{ MigrationType: "cdc" }, 'MigrationType is "cdc"; write full-load-and-cdc: else old rows or changes never arrive'],
  [{ Status: "stopped" }, 'Status is "stopped"; start the task: nothing is replicated before'],
  [{ CdcStopPosition: "server_time:2026" }, 'CdcStopPosition is "server_time:2026"; the task would stop there'],
])("a task with %j is refused", (task = {}, problem) => {
  expect(problemsOf({ task })).toEqual([`loans: ${problem}`]);
});

test("all problems are told at once", () => {
  const changes = { ...ofS3({ CdcInsertsOnly: true }), rules: [{ "rule-action": "add-tag" }, ...LOAN_RULES] };
  expect(problemsOf({ ...changes, task: { MigrationType: "full-load" } })).toHaveLength(3);
});

test("what a target says about its layout is read in any case, with the defaults of DMS", () => {
  expect(problemsOf(ofS3({ CompressionType: undefined, ParquetVersion: undefined, MaxFileSize: 0 }))).toEqual([]);
});
