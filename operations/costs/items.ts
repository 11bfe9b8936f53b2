import { asBlock, type Body } from "../stack-json";
import { PRICE_NAMES, type PriceName } from "./prices";
import type { Usage } from "./usage";

/** So much of something that has a price, in a month. */
export interface Item {
  readonly what: string;
  readonly price: PriceName;
  readonly quantity: number;
}

/** Something that costs, of which no price is assumed. */
export interface Unpriced {
  readonly unpriced: string;
}

const MEGABYTES_PER_TB = 1_000_000;
const MILLION = 1_000_000;
const MINUTES_PER_HOUR = 60;

type Rule = (body: Body["body"], usage: Usage) => readonly (Item | Unpriced)[];

const item = (what: string, price: PriceName, quantity: number): Item => ({ what, price, quantity });
const many = (value: unknown): number => (Array.isArray(value) ? value.length : 1);

/** So much of something whose price may not be among the assumed ones. */
const perhaps = (what: string, name: string, quantity: number): Item | Unpriced => {
  const price = PRICE_NAMES.find((each) => each === name);
  return price === undefined ? { unpriced: name } : item(what, price, quantity);
};

/** What a resource costs by itself, by type. Types that are not here cost nothing, or too little to show. */
const RULES: Readonly<Record<string, Rule>> = {
  aws_rds_cluster: (_, { databaseGb, databaseRequestsMillions }) => [
    item("Aurora storage", "aurora storage", databaseGb),
    item("Aurora storage requests", "aurora requests", databaseRequestsMillions),
  ],
  aws_rds_cluster_instance: ({ instance_class: kind }, { hours, capacityUnits }) =>
    kind === "db.serverless"
      ? [item("Aurora instances", "aurora capacity unit", hours * capacityUnits)]
      : [perhaps("Aurora instances", `aurora ${String(kind)}`, hours)],
  aws_dms_replication_instance: ({ allocated_storage: gb, replication_instance_class: kind }, { hours }) => [
    perhaps("DMS instance", `dms ${String(kind)}, two zones`, hours),
    item("DMS storage", "dms storage, two zones", Number(gb)),
  ],
  aws_vpc_endpoint: ({ vpc_endpoint_type: kind, subnet_ids: subnets }, { hours }) =>
    kind === "Interface" ? [item("Interface endpoints", "interface endpoint", hours * many(subnets))] : [],
  aws_kms_key: () => [item("Keys", "key", 1)],
  aws_secretsmanager_secret: () => [item("Secrets", "secret", 1)],
  aws_cloudwatch_metric_alarm: () => [item("Alarms", "alarm", 1)],
  aws_cloudwatch_dashboard: () => [item("Dashboards", "dashboard", 1)],
  aws_glue_crawler: (_, { crawlerDpuHours }) => [item("Crawlers", "glue compute", crawlerDpuHours)],
  aws_glue_catalog_table_optimizer: (_, { optimizerDpuHours }) => [
    item("Table optimizers", "glue compute", optimizerDpuHours),
  ],
  aws_cloudtrail: (_, { trailEventsMillions }) => [item("Data events", "trail data events", trailEventsMillions)],
};

/** What each resource of an account costs by itself. */
export const resourceItems = (bodies: readonly Body[], usage: Usage): readonly (Item | Unpriced)[] =>
  bodies.flatMap(({ type, body }) => RULES[type]?.(body, usage) ?? []);

/** Merges of a table in a month: `rate(5 minutes)` and the like, of the schedules that start a state machine. */
export function mergesPerTable(bodies: readonly Body[], { hours }: Usage): number {
  const minutes = bodies
    .filter(({ type }) => type === "aws_scheduler_schedule")
    .map(({ body }) => /^rate\((\d+) minutes?\)$/.exec(String(body["schedule_expression"]))?.[1])
    .filter((found) => found !== undefined);
  return minutes.reduce((sum, each) => sum + (hours * MINUTES_PER_HOUR) / Number(each), 0);
}

/** What the merges of one curation stack cost. */
export function mergeItems(bodies: readonly Body[], tables: number, usage: Usage): readonly Item[] {
  const merges = mergesPerTable(bodies, usage) * tables;
  return [
    item("Merges: Athena", "athena scan", (merges * usage.mergeMegabytes) / MEGABYTES_PER_TB),
    item("Merges: Step Functions", "state transitions", (merges * usage.transitionsPerMerge) / MILLION),
    item("Merges: locks and watermarks", "dynamodb writes", (merges * usage.writesPerMerge) / MILLION),
    item("Merges: metrics", "metric", tables * usage.metricsPerTable),
  ];
}

/** Tables in Iceberg's format that a stack declares. */
export const icebergTables = (bodies: readonly Body[]): number =>
  bodies.filter(({ type, body }) => type === "aws_glue_catalog_table" && "iceberg_input" in table(body)).length;

const table = (body: Body["body"]): Body["body"] => {
  const format = body["open_table_format_input"];
  return asBlock(Array.isArray(format) ? format[0] : format);
};
