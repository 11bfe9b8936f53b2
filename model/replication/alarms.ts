/** What is watched on a source's way into the lake, and from which value on somebody must look. */
import { engineFacts } from "../contract/engine";
import { isExisting, isServerless } from "../landscape/kinds";
import type { Environment, Source } from "../landscape/types";
import { clusterId, replicationId, replicationTaskId } from "../names";
import { BATCH_SECONDS } from "./batch";

/** An alarm on one metric. */
export interface Alarm {
  /** Last part of its name, unique within the source. */
  readonly name: string;
  /** What it means, as a sentence. */
  readonly description: string;
  readonly namespace: "AWS/DMS" | "AWS/RDS";
  readonly metric: string;
  /** None: the largest value of all replications of the account. */
  readonly dimensions: Readonly<Record<string, string>>;
  readonly statistic: "Average" | "Maximum" | "Minimum";
  readonly period: number;
  readonly evaluationPeriods: number;
  readonly threshold: number;
  readonly comparison: "GreaterThanThreshold" | "LessThanThreshold";
  /** What silence means: `breaching` where something that runs would speak. */
  readonly missing: "breaching" | "missing" | "notBreaching";
}

/** The lake's freshness is in danger after five batches of DMS; three times as many are worse. */
const LATE_SECONDS = 5 * BATCH_SECONDS;
const VERY_LATE_SECONDS = 3 * LATE_SECONDS;

const MEBIBYTE = 1024 ** 2;
const GIBIBYTE = 1024 ** 3;

/** Every alarm of a source. */
export function alarmsOf(environment: Environment, source: Source): readonly Alarm[] {
  return [
    ...latencyAlarms(environment, source),
    ...(isServerless(source.replication) ? [] : instanceAlarms(environment, source, source.replication.storageGb)),
    ...(isExisting(source) ? [] : [sourceLogAlarm(environment, source)]),
  ];
}

/** Dimensions of a task's metrics. The task's part is the end of its ARN, which is set to be its id. */
export const taskDimensions = (environment: Environment, source: Source): Readonly<Record<string, string>> =>
  isServerless(source.replication)
    ? {}
    : {
        ReplicationInstanceIdentifier: replicationId(environment, source),
        ReplicationTaskIdentifier: replicationTaskId(environment, source),
      };

/**
 * Look at the source's lag first: the target's cannot be less.
 * https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Monitoring.html
 */
function latencyAlarms(environment: Environment, source: Source): readonly Alarm[] {
  const dimensions = taskDimensions(environment, source);
  return [
    { metric: "CDCLatencySource", meaning: "Changes are read" },
    { metric: "CDCLatencyTarget", meaning: "Changes are written" },
  ].flatMap(({ metric, meaning }) => {
    const alarm = {
      namespace: "AWS/DMS",
      metric,
      dimensions,
      statistic: "Maximum",
      period: 60,
      evaluationPeriods: 3,
      comparison: "GreaterThanThreshold",
    } as const;
    return [
      {
        ...alarm,
        name: metric,
        description: `${meaning} more than ${LATE_SECONDS} seconds late, or the task of ${source.name} says nothing`,
        threshold: LATE_SECONDS,
        missing: "breaching" as const,
      },
      {
        ...alarm,
        name: `${metric}-critical`,
        description: `${meaning} more than ${VERY_LATE_SECONDS} seconds late: the lake has no fresh data of ${source.name}`,
        threshold: VERY_LATE_SECONDS,
        // The first alarm speaks about silence.
        missing: "notBreaching" as const,
      },
    ];
  });
}

/** When the instance is gone, the task's silence says so: these three then know nothing. */
function instanceAlarms(environment: Environment, source: Source, storageGb: number): readonly Alarm[] {
  const alarm = {
    namespace: "AWS/DMS",
    dimensions: { ReplicationInstanceIdentifier: replicationId(environment, source) },
    period: 300,
    evaluationPeriods: 3,
    missing: "missing",
  } as const;
  const fifth = Math.floor(storageGb / 5);
  return [
    {
      ...alarm,
      name: "CPUUtilization",
      description: `The DMS instance of ${source.name} is busy: take a larger class`,
      metric: "CPUUtilization",
      statistic: "Average",
      threshold: 80,
      comparison: "GreaterThanThreshold",
    },
    {
      ...alarm,
      name: "FreeableMemory",
      description: `The DMS instance of ${source.name} is short of memory: take a larger class, or look for long transactions`,
      metric: "FreeableMemory",
      statistic: "Minimum",
      threshold: 512 * MEBIBYTE,
      comparison: "LessThanThreshold",
    },
    {
      ...alarm,
      name: "FreeStorageSpace",
      description: `Less than a fifth of the storage of the DMS instance of ${source.name} is free: at a tenth, DMS stops reading`,
      metric: "FreeStorageSpace",
      statistic: "Minimum",
      threshold: fifth * GIBIBYTE,
      comparison: "LessThanThreshold",
    },
  ];
}

/**
 * A task that reads nothing makes its source keep its log, and the cluster's storage grows. The writer has the log, whichever
 * instance that is.
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.AuroraMonitoring.Metrics.html
 */
function sourceLogAlarm(environment: Environment, source: Source): Alarm {
  const mysql = engineFacts(source.engine).family === "mysql";
  const metric = mysql ? "SumBinaryLogSize" : "OldestReplicationSlotLag";
  const limit = mysql ? 100 : 10;
  return {
    name: metric,
    description: mysql
      ? `The binary log of ${source.name} has more than ${limit} GiB`
      : `A replication slot holds back more than ${limit} GiB of the write-ahead log of ${source.name}`,
    namespace: "AWS/RDS",
    metric,
    dimensions: { DBClusterIdentifier: clusterId(environment, source), Role: "WRITER" },
    statistic: "Maximum",
    period: 300,
    evaluationPeriods: 3,
    threshold: limit * GIBIBYTE,
    comparison: "GreaterThanThreshold",
    missing: "notBreaching",
  };
}
