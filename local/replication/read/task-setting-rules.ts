import { off, only, type SettingRule, unset } from "./setting-rule";

const WITHOUT_EFFECT = "without effect";
const CONTROL = off("DMS would write a table of its own into the bucket");

const harmless = (...names: readonly string[]): Readonly<Record<string, SettingRule>> =>
  Object.fromEntries(names.map((name) => [name, WITHOUT_EFFECT]));

/**
 * Sections of task settings whose settings are judged one by one.
 * https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Tasks.CustomizingTasks.TaskSettings.html
 */
export const TASK_SECTIONS: Readonly<Record<string, Readonly<Record<string, SettingRule>>>> = {
  TargetMetadata: {
    ...harmless(
      "LobChunkSize",
      "LoadMaxFileSize",
      "ParallelLoadThreads",
      "ParallelLoadBufferSize",
      "ParallelLoadQueuesPerThread",
      "ParallelApplyThreads",
      "ParallelApplyBufferSize",
      "ParallelApplyQueuesPerThread",
    ),
    SupportLobs: "imitated",
    LimitedSizeLobMode: "imitated",
    LobMaxSize: "imitated",
    TargetSchema: unset("the schema in the folder comes from the rules alone"),
    FullLobMode: off("S3 as a target knows limited mode only"),
    InlineLobMaxSize: only([0], "S3 as a target knows limited mode only"),
    BatchApplyEnabled: off("not supported for S3, where it may lose data"),
    TaskRecoveryTableEnabled: CONTROL,
  },
  FullLoadSettings: {
    ...harmless("CreatePkAfterFullLoad", "MaxFullLoadSubTasks", "TransactionConsistencyTimeout", "CommitRate"),
    TargetTablePrepMode: "imitated",
    StopTaskCachedChangesApplied: off("the task would stop after the full load, and changes would not arrive"),
    StopTaskCachedChangesNotApplied: off("the task would stop after the full load, and changes would not arrive"),
  },
  ChangeProcessingDdlHandlingPolicy: {
    HandleSourceTableDropped: "imitated",
    HandleSourceTableTruncated: "imitated",
    HandleSourceTableAltered: "imitated",
  },
  ControlTablesSettings: {
    ...harmless("ControlSchema", "HistoryTimeslotInMinutes"),
    CommitPositionTableEnabled: CONTROL,
    FullLoadExceptionTableEnabled: CONTROL,
    HistoryTableEnabled: CONTROL,
    SuspendedTablesTableEnabled: CONTROL,
    StatusTableEnabled: CONTROL,
  },
  ErrorBehavior: {
    // What happens after errors, of which there are none here, but for large objects.
    ...harmless(
      "DataErrorPolicy",
      "DataErrorEscalationPolicy",
      "DataErrorEscalationCount",
      "EventErrorPolicy",
      "DataMaskingErrorPolicy",
      "TableErrorPolicy",
      "TableErrorEscalationPolicy",
      "TableErrorEscalationCount",
      "RecoverableErrorCount",
      "RecoverableErrorInterval",
      "RecoverableErrorThrottling",
      "RecoverableErrorThrottlingMax",
      "RecoverableErrorStopRetryAfterThrottlingMax",
      "ApplyErrorDeletePolicy",
      "ApplyErrorInsertPolicy",
      "ApplyErrorUpdatePolicy",
      "ApplyErrorEscalationPolicy",
      "ApplyErrorEscalationCount",
      "ApplyErrorFailOnTruncationDdl",
      "FullLoadIgnoreConflicts",
      "FailOnTransactionConsistencyBreached",
      // A task without tables is refused whatever it says.
      "FailOnNoTablesCaptured",
    ),
    DataTruncationErrorPolicy: "imitated",
  },
  ValidationSettings: {
    ...harmless(
      "EnableValidation",
      "ValidationMode",
      "ThreadCount",
      "FailureMaxCount",
      "TableFailureMaxCount",
      "HandleCollationDiff",
      "RecordFailureDelayLimitInMinutes",
      "RecordFailureDelayInMinutes",
      "RecordSuspendDelayInMinutes",
      "SkipLobColumns",
      "ValidationPartialLobSize",
      "ValidationQueryCdcDelaySeconds",
      "ValidationS3Mask",
      "ValidationS3Time",
      "PartitionSize",
      "MaxKeyColumnSize",
    ),
    ValidationOnly: off("such a task copies nothing"),
  },
};

/** Sections as a whole. */
export const WHOLE_SECTIONS: Readonly<Record<string, SettingRule>> = {
  ...Object.fromEntries(Object.keys(TASK_SECTIONS).map((section) => [section, "imitated" as const])),
  ...harmless("Logging", "StreamBufferSettings", "ChangeProcessingTuning", "FailTaskWhenCleanTaskResourceFailed"),
  TTSettings: WITHOUT_EFFECT,
  PostProcessingRules: unset("it is not imitated"),
  CharacterSetSettings: unset("it may change text"),
  LoopbackPreventionSettings: unset("it leaves changes out"),
  BeforeImageSettings: unset("it is not for S3"),
};
