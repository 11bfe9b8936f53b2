/** A price that AWS lists, in US dollars without tax and without discounts. */
export interface Price {
  readonly dollars: number;
  readonly per: string;
  /** Page of AWS on which to look it up again. */
  readonly page: string;
}

const PRICING = "https://aws.amazon.com";
const price = (dollars: number, per: string, page: string): Price => ({
  dollars,
  per,
  page: `${PRICING}/${page}/pricing/`,
});

/**
 * Prices of eu-central-1 as this estimate assumes them. They change, and a bank pays its own: put yours here, and write
 * accounts/records/costs.md anew with `npm run update`.
 */
export const PRICES = {
  "aurora db.r6g.large": price(0.313, "instance-hour", "rds/aurora"),
  "aurora capacity unit": price(0.14, "ACU-hour", "rds/aurora"),
  "aurora storage": price(0.119, "GB-month", "rds/aurora"),
  "aurora requests": price(0.22, "million requests", "rds/aurora"),
  "dms dms.t3.medium, two zones": price(0.179, "instance-hour", "dms"),
  "dms storage, two zones": price(0.274, "GB-month", "dms"),
  "interface endpoint": price(0.012, "endpoint-hour in a zone", "privatelink"),
  key: price(1, "key-month", "kms"),
  secret: price(0.4, "secret-month", "secrets-manager"),
  alarm: price(0.1, "alarm-month", "cloudwatch"),
  metric: price(0.3, "metric-month", "cloudwatch"),
  dashboard: price(3, "dashboard-month", "cloudwatch"),
  logs: price(0.63, "GB taken in", "cloudwatch"),
  "s3 storage": price(0.0245, "GB-month", "s3"),
  "s3 writes": price(5.4, "million requests", "s3"),
  "athena scan": price(5, "TB", "athena"),
  "state transitions": price(25, "million transitions", "step-functions"),
  "dynamodb writes": price(1.525, "million writes", "dynamodb/on-demand"),
  "glue compute": price(0.44, "DPU-hour", "glue"),
  "trail data events": price(1, "million events", "cloudtrail"),
} as const satisfies Readonly<Record<string, Price>>;

export type PriceName = keyof typeof PRICES;

export const PRICE_NAMES: readonly PriceName[] = Object.keys(PRICES).filter(
  (name): name is PriceName => name in PRICES,
);
