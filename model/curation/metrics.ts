import type { Environment, Source } from "../landscape/types";

/** CloudWatch namespace of everything that curation reports. */
export const NAMESPACE = "Lake/Curation";

/** What a run reports of each table, and of the source as a whole. */
export type MergeMetric = "Failures" | "Lag" | "RunTime" | "Successes" | "WaitingForLoad";

const UNITS: Readonly<Record<MergeMetric, "Count" | "Milliseconds" | "Seconds">> = {
  /** Tables that a run did not merge. */
  Failures: "Count",
  /** Age of the newest commit that a run found unmerged, when it found it; 0 when all was merged. */
  Lag: "Seconds",
  /** Time that Athena took for the merge; 0 when there was nothing to merge. */
  RunTime: "Milliseconds",
  /** Tables that a run brought up to date. */
  Successes: "Count",
  /** Tables whose reload has not ended, so that they hold the last generation's rows. */
  WaitingForLoad: "Count",
};

/** Dimensions of a source's metrics; a table's have `Table` besides. */
export const sourceDimensions = (environment: Environment, source: Source): Readonly<Record<string, string>> => ({
  Environment: environment.name,
  Source: source.name,
});

type Datum = Readonly<Record<string, unknown>>;

/**
 * Parameters of CloudWatch's PutMetricData in the States language. Each value is a number, or a reference to one; the
 * table's name is at `$.table`.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricData.html
 */
export function metricData(
  environment: Environment,
  source: Source,
  values: Readonly<Partial<Record<MergeMetric, number | string>>>,
): Datum {
  const dimensions: readonly Datum[] = Object.entries(sourceDimensions(environment, source)).map(([Name, Value]) => ({
    Name,
    Value,
  }));
  const data = Object.entries(values).flatMap(([name, value]) =>
    [dimensions, [...dimensions, { Name: "Table", "Value.$": "$.table" }]].map((Dimensions) => ({
      MetricName: name,
      Unit: isMetric(name) ? UNITS[name] : "None",
      Dimensions,
      ...(typeof value === "number" ? { Value: value } : { "Value.$": value }),
    })),
  );
  return { Namespace: NAMESPACE, MetricData: data };
}

const isMetric = (name: string): name is MergeMetric => Object.hasOwn(UNITS, name);
