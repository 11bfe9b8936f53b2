/** When somebody must look at a source's merge. */
import { stateMachineArn } from "../arns";
import type { Environment, Source } from "../landscape/types";
import { curationName } from "../names";
import { BATCH_SECONDS, LANDING_SECONDS } from "../replication/batch";
import { mergeMinutes } from "./merge-minutes";
import { type MergeMetric, NAMESPACE, sourceDimensions } from "./metrics";

/** An alarm on the sum or maximum of one metric, or on the sum of several. */
export interface MergeAlarm {
  /** Last part of its name, unique within the source. */
  readonly name: string;
  /** What it means, as a sentence. */
  readonly description: string;
  readonly namespace: string;
  readonly metrics: readonly string[];
  readonly dimensions: Readonly<Record<string, string>>;
  readonly statistic: "Maximum" | "Sum";
  /** Seconds. */
  readonly period: number;
  readonly evaluationPeriods: number;
  readonly threshold: number;
  readonly comparison: "GreaterThanThreshold" | "LessThanThreshold";
  /** What silence means. */
  readonly missing: "breaching" | "notBreaching";
}

/** A change has landed and some batches more have passed: the alarm's patience, beside that for a merge. */
const LATE_SECONDS = LANDING_SECONDS + 13 * BATCH_SECONDS;
const HOUR_SECONDS = 3600;

/** Every alarm of a source's merge. */
export function mergeAlarms(environment: Environment, source: Source): readonly MergeAlarm[] {
  const every = mergeMinutes(source) * 60;
  const own = (metric: MergeMetric, statistic: "Maximum" | "Sum") => ({
    namespace: NAMESPACE,
    metrics: [metric],
    dimensions: sourceDimensions(environment, source),
    statistic,
  });
  return [
    {
      ...own("Failures", "Sum"),
      name: "failures",
      description: `A run could not merge a table of ${source.name}: its execution says which and why`,
      period: 300,
      evaluationPeriods: 1,
      threshold: 0,
      comparison: "GreaterThanThreshold",
      missing: "notBreaching",
    },
    {
      ...own("Successes", "Sum"),
      name: "silence",
      description: `No table of ${source.name} has been brought up to date: the schedule, the role or Athena is at fault`,
      period: Math.max(LATE_SECONDS, 3 * every),
      evaluationPeriods: 1,
      threshold: 1,
      comparison: "LessThanThreshold",
      missing: "breaching",
    },
    {
      ...own("Lag", "Maximum"),
      name: "lag",
      description: `Changes of ${source.name} wait longer than ${Math.round((LATE_SECONDS + every) / 60)} minutes to be merged`,
      period: Math.max(300, every),
      evaluationPeriods: 3,
      threshold: LATE_SECONDS + every,
      comparison: "GreaterThanThreshold",
      missing: "notBreaching",
    },
    {
      ...own("WaitingForLoad", "Maximum"),
      name: "waiting-for-load",
      description: `A reload of ${source.name} has not ended for a day: look at the task, then ask for a rebuild (docs/curation.md)`,
      period: HOUR_SECONDS,
      evaluationPeriods: 24,
      threshold: 0,
      comparison: "GreaterThanThreshold",
      missing: "notBreaching",
    },
    {
      name: "runs",
      description: `A run of the merge of ${source.name} failed, was stopped or took too long`,
      namespace: "AWS/States",
      metrics: ["ExecutionsAborted", "ExecutionsFailed", "ExecutionsTimedOut"],
      dimensions: {
        StateMachineArn: stateMachineArn(environment, environment.governance, curationName(environment, source)),
      },
      statistic: "Sum",
      period: 300,
      evaluationPeriods: 1,
      threshold: 0,
      comparison: "GreaterThanThreshold",
      missing: "notBreaching",
    },
  ];
}
