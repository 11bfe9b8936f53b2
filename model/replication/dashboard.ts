import { isServerless } from "../landscape/kinds";
import type { Environment, ProducerAccount, Source } from "../landscape/types";
import { replicationId } from "../names";
import { type Alarm, alarmsOf, taskDimensions } from "./alarms";

const [WIDTH, HEIGHT] = [8, 6];
const PER_ROW = 3;

/** A graph: some metrics over the last hours. */
interface Graph {
  readonly title: string;
  readonly metrics: readonly (readonly unknown[])[];
  /** Value from which on an alarm sounds. */
  readonly limit?: number;
}

/**
 * Dashboard of a producer: a row or two of graphs for each source, in the order of the landscape.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html
 */
export function dashboardBody(environment: Environment, { sources }: ProducerAccount): string {
  const widgets = sources.flatMap((source, row) => [
    {
      type: "text",
      x: 0,
      y: row * 100,
      width: 24,
      height: 1,
      properties: { markdown: `## ${source.name}: ${source.engine}, ${source.tables.length} tables` },
    },
    ...graphsOf(environment, source).map(({ title, metrics, limit }, index) => ({
      type: "metric",
      x: (index % PER_ROW) * WIDTH,
      y: row * 100 + 1 + Math.floor(index / PER_ROW) * HEIGHT,
      width: WIDTH,
      height: HEIGHT,
      properties: {
        title,
        region: environment.region,
        view: "timeSeries",
        stat: "Maximum",
        period: 60,
        metrics,
        ...(limit === undefined ? {} : { annotations: { horizontal: [{ label: "alarm", value: limit }] } }),
      },
    })),
  ]);
  return JSON.stringify({ widgets });
}

function graphsOf(environment: Environment, source: Source): readonly Graph[] {
  const alarms = alarmsOf(environment, source);
  const limits = new Map(alarms.map(({ name, threshold }) => [name, threshold]));
  const latencies = alarms.filter(({ name }) => name === "CDCLatencySource" || name === "CDCLatencyTarget");
  const others = alarms.filter(({ name }) => !name.startsWith("CDCLatency"));
  const late = limits.get("CDCLatencyTarget");
  return [
    { title: "Seconds behind", metrics: latencies.map(line), ...(late === undefined ? {} : { limit: late }) },
    ...(isServerless(source.replication) ? [] : [{ title: "Changes", metrics: changes(environment, source) }]),
    ...others.map((alarm) => ({ title: alarm.name, metrics: [line(alarm)], limit: alarm.threshold })),
  ];
}

function changes(environment: Environment, source: Source): readonly (readonly unknown[])[] {
  const task = Object.entries(taskDimensions(environment, source)).flat();
  return ["CDCIncomingChanges", "CDCThroughputRowsSource", "CDCThroughputRowsTarget"].map((name) => [
    "AWS/DMS",
    name,
    ...task,
    { label: `${name} of ${replicationId(environment, source)}` },
  ]);
}

/** A metric as a dashboard names it; a query where an alarm has no dimensions. */
function line({ namespace, metric, dimensions }: Alarm): readonly unknown[] {
  const flat = Object.entries(dimensions).flat();
  if (flat.length === 0) return [{ expression: `SELECT MAX(${metric}) FROM "${namespace}"`, label: metric }];
  return [namespace, metric, ...flat];
}
