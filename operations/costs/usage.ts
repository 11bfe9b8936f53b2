import { BATCH_SECONDS } from "../../model/replication/batch";

/** How much a bank of the default landscape's size is assumed to do, for each source unless said otherwise. */
export interface Usage {
  readonly hours: number;
  readonly databaseGb: number;
  readonly databaseRequestsMillions: number;
  /** Capacity units that a serverless instance uses on average. */
  readonly capacityUnits: number;
  readonly lakeGb: number;
  /** Files that DMS writes for a table: one a batch while it changes. */
  readonly rawFilesPerTable: number;
  /** Megabytes that one merge of a table reads; Athena counts at least 10. */
  readonly mergeMegabytes: number;
  readonly transitionsPerMerge: number;
  readonly writesPerMerge: number;
  readonly metricsPerTable: number;
  readonly logsGb: number;
  /** Terabytes that one team's queries read. */
  readonly queriesTb: number;
  readonly crawlerDpuHours: number;
  /** DPU-hours of compaction, snapshot expiry and orphan removal of a table. */
  readonly optimizerDpuHours: number;
  readonly trailEventsMillions: number;
}

const HOURS = 730;

/** A month. */
export const USAGE: Usage = {
  hours: HOURS,
  databaseGb: 200,
  databaseRequestsMillions: 100,
  capacityUnits: 1,
  lakeGb: 100,
  rawFilesPerTable: (HOURS * 3600) / BATCH_SECONDS,
  mergeMegabytes: 20,
  transitionsPerMerge: 12,
  writesPerMerge: 2,
  metricsPerTable: 3,
  logsGb: 5,
  queriesTb: 1,
  crawlerDpuHours: 10,
  optimizerDpuHours: 1,
  trailEventsMillions: 5,
};

/** The same in words, for the page. */
export const USAGE_TEXT: readonly (readonly [keyof Usage, string])[] = [
  ["hours", "hours of a month"],
  ["databaseGb", "GB in each database"],
  ["databaseRequestsMillions", "million storage requests of each database"],
  ["capacityUnits", "capacity units that a serverless instance uses on average"],
  ["lakeGb", "GB of each source in the lake: raw, current and old versions together"],
  ["rawFilesPerTable", `files of changes of each table: one every ${BATCH_SECONDS} s`],
  ["mergeMegabytes", "MB that one merge of a table reads (Athena counts at least 10)"],
  ["transitionsPerMerge", "state transitions of one merge of a table"],
  ["writesPerMerge", "writes of lock and watermark for one merge of a table"],
  ["metricsPerTable", "metrics of each table"],
  ["logsGb", "GB of logs of each account"],
  ["queriesTb", "TB that each workgroup's queries read in a consumer account"],
  ["crawlerDpuHours", "DPU-hours of each crawler"],
  ["optimizerDpuHours", "DPU-hours of each optimizer of a table"],
  ["trailEventsMillions", "million data events on the lake"],
];
