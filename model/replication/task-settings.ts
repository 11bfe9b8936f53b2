import type { Source } from "../landscape/types";

const LOG_COMPONENTS = [
  "TRANSFORMATION",
  "SOURCE_UNLOAD",
  "IO",
  "TARGET_LOAD",
  "PERFORMANCE",
  "SOURCE_CAPTURE",
  "SORTER",
  "REST_SERVER",
  "VALIDATOR_EXT",
  "TARGET_APPLY",
  "TASK_MANAGER",
  "TABLES_MANAGER",
  "METADATA_MANAGER",
  "FILE_FACTORY",
  "COMMON",
  "ADDONS",
  "DATA_STRUCTURE",
  "COMMUNICATION",
  "FILE_TRANSFER",
];

/** KiB of a large value that the task carries; a longer one stops the task instead of being cut. */
const DEFAULT_LOB_MAX_KB = 64;

/**
 * Settings of a replication task, as the whole document: a partial one differs from what AWS returns at every plan
 * (hashicorp/terraform-provider-aws#31136). Where AWS's default would lose or cut data, the task stops.
 * https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Tasks.CustomizingTasks.TaskSettings.html
 */
export function taskSettings({ lobMaxKb }: Pick<Source, "lobMaxKb"> = {}): string {
  return JSON.stringify({
    TargetMetadata: {
      TargetSchema: "",
      SupportLobs: true,
      FullLobMode: false,
      LobChunkSize: 0,
      LimitedSizeLobMode: true,
      LobMaxSize: lobMaxKb ?? DEFAULT_LOB_MAX_KB,
      InlineLobMaxSize: 0,
      LoadMaxFileSize: 0,
      ParallelLoadThreads: 0,
      ParallelLoadBufferSize: 0,
      ParallelLoadQueuesPerThread: 0,
      ParallelApplyThreads: 0,
      ParallelApplyBufferSize: 0,
      ParallelApplyQueuesPerThread: 0,
      // Not supported for S3, where it may lose data.
      BatchApplyEnabled: false,
      TaskRecoveryTableEnabled: false,
    },
    FullLoadSettings: {
      // The default, DROP_AND_CREATE, deletes a table's files, its change history included.
      TargetTablePrepMode: "DO_NOTHING",
      CreatePkAfterFullLoad: false,
      StopTaskCachedChangesApplied: false,
      StopTaskCachedChangesNotApplied: false,
      MaxFullLoadSubTasks: 8,
      TransactionConsistencyTimeout: 600,
      CommitRate: 10_000,
    },
    Logging: {
      EnableLogging: true,
      EnableLogContext: false,
      LogComponents: LOG_COMPONENTS.map((Id) => ({ Id, Severity: "LOGGER_SEVERITY_DEFAULT" })),
    },
    ControlTablesSettings: {
      ControlSchema: "",
      HistoryTimeslotInMinutes: 5,
      HistoryTableEnabled: false,
      SuspendedTablesTableEnabled: false,
      StatusTableEnabled: false,
      FullLoadExceptionTableEnabled: false,
    },
    StreamBufferSettings: { StreamBufferCount: 3, StreamBufferSizeInMB: 8, CtrlStreamBufferSizeInMB: 5 },
    // A truncate or drop at the source would delete the table's files in the lake.
    ChangeProcessingDdlHandlingPolicy: {
      HandleSourceTableDropped: false,
      HandleSourceTableTruncated: false,
      HandleSourceTableAltered: true,
    },
    ErrorBehavior: {
      DataErrorPolicy: "STOP_TASK",
      EventErrorPolicy: "IGNORE",
      DataTruncationErrorPolicy: "STOP_TASK",
      DataErrorEscalationPolicy: "STOP_TASK",
      DataErrorEscalationCount: 0,
      TableErrorPolicy: "STOP_TASK",
      TableErrorEscalationPolicy: "STOP_TASK",
      TableErrorEscalationCount: 0,
      RecoverableErrorCount: -1,
      RecoverableErrorInterval: 5,
      RecoverableErrorThrottling: true,
      RecoverableErrorThrottlingMax: 1800,
      RecoverableErrorStopRetryAfterThrottlingMax: false,
      ApplyErrorDeletePolicy: "STOP_TASK",
      ApplyErrorInsertPolicy: "STOP_TASK",
      ApplyErrorUpdatePolicy: "STOP_TASK",
      ApplyErrorEscalationPolicy: "STOP_TASK",
      ApplyErrorEscalationCount: 0,
      ApplyErrorFailOnTruncationDdl: false,
      FullLoadIgnoreConflicts: true,
      FailOnTransactionConsistencyBreached: true,
      FailOnNoTablesCaptured: true,
    },
    ChangeProcessingTuning: {
      BatchApplyPreserveTransaction: true,
      BatchApplyTimeoutMin: 1,
      BatchApplyTimeoutMax: 30,
      BatchApplyMemoryLimit: 500,
      BatchSplitSize: 0,
      MinTransactionSize: 1000,
      CommitTimeout: 1,
      MemoryLimitTotal: 1024,
      MemoryKeepTime: 60,
      StatementCacheSize: 50,
    },
    ValidationSettings: {
      EnableValidation: false,
      ValidationMode: "ROW_LEVEL",
      ThreadCount: 5,
      FailureMaxCount: 10_000,
      TableFailureMaxCount: 1000,
      HandleCollationDiff: false,
      ValidationOnly: false,
      RecordFailureDelayLimitInMinutes: 0,
      SkipLobColumns: false,
      ValidationPartialLobSize: 0,
      ValidationQueryCdcDelaySeconds: 0,
      PartitionSize: 10_000,
      RecordFailureDelayInMinutes: 5,
      RecordSuspendDelayInMinutes: 30,
      MaxKeyColumnSize: 8096,
    },
    PostProcessingRules: null,
    CharacterSetSettings: null,
    LoopbackPreventionSettings: null,
    BeforeImageSettings: null,
    FailTaskWhenCleanTaskResourceFailed: false,
  });
}
