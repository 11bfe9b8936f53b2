/**
 * Values of a partition column as Athena projects them from a table's properties. Of the four types only `date` is
 * imitated, the one that this project declares.
 * https://docs.aws.amazon.com/athena/latest/ug/partition-projection-supported-types.html
 */
import { LakeError } from "../error";
import { DatePattern } from "./date-pattern";

/** The properties of one column. */
export interface DateProjection {
  readonly column: string;
  readonly format: string;
  readonly range: string;
  readonly interval: number;
  readonly unit: Unit;
}

const UNITS = ["YEARS", "MONTHS", "WEEKS", "DAYS", "HOURS", "MINUTES", "SECONDS"] as const;
type Unit = (typeof UNITS)[number];

/** More values than this are a mistake; Athena would list as many folders. */
const MOST_VALUES = 100_000;

const unitOf = (text: string): Unit | undefined =>
  UNITS.find((unit) => unit === `${text.trim().toUpperCase().replace(/S$/, "")}S`);

/** @throws LakeError when the properties are not those of a date, or are not complete */
export function dateProjection(
  table: string,
  column: string,
  parameters: Readonly<Record<string, string>>,
): DateProjection {
  const property = (name: string): string | undefined => parameters[`projection.${column}.${name}`]?.trim();
  const owner = `${table}, projection.${column}`;
  const type = property("type");
  if (type?.toLowerCase() !== "date") {
    throw new LakeError(`${owner}.type is ${type ?? "missing"}; only date is imitated`);
  }
  const [format, range] = [property("format"), property("range")];
  if (format === undefined || range === undefined) {
    throw new LakeError(`${owner}: a date needs the properties format and range`);
  }
  const finest = new DatePattern(format, owner).finest;
  // Only for these two Athena supplies what is missing.
  const usual = ["day", "month"].includes(finest) ? `${finest}s` : undefined;
  const unit = unitOf(property("interval.unit") ?? usual ?? "");
  const interval = Number(property("interval") ?? (usual === undefined ? Number.NaN : 1));
  if (unit === undefined || !Number.isInteger(interval) || interval < 1) {
    throw new LakeError(`${owner}: interval and interval.unit must be a whole number and one of ${UNITS.join(", ")}`);
  }
  return { column, format, range, interval, unit };
}

const SECONDS = { WEEKS: 604_800, DAYS: 86_400, HOURS: 3600, MINUTES: 60, SECONDS: 1 } as const;

function later(time: Date, count: number, unit: Unit): Date {
  if (unit !== "YEARS" && unit !== "MONTHS") return new Date(time.getTime() + count * SECONDS[unit] * 1000);
  const next = new Date(time);
  next.setUTCMonth(next.getUTCMonth() + (unit === "YEARS" ? 12 * count : count));
  return next;
}

/** An end of a range: a date in the format, or NOW with or without a distance. */
function endOf(text: string, now: Date, pattern: DatePattern, owner: string): Date {
  const [relative, sign, count, unit] = /^NOW\s*(?:([+-])\s*(\d+)\s*([A-Z]+))?$/i.exec(text) ?? [];
  if (relative === undefined) return pattern.parse(text);
  if (count === undefined) return now;
  const known = unitOf(unit ?? "");
  if (known === undefined) throw new LakeError(`${owner}.range: ${unit} is no unit; write one of ${UNITS.join(", ")}`);
  return later(now, Number(`${sign}${count}`), known);
}

/**
 * All values from the beginning of the range to its end, as their format writes them.
 * @throws LakeError when the range is not two dates, or has too many values
 */
export function projectedValues(table: string, projection: DateProjection, now: Date): readonly string[] {
  const owner = `${table}, projection.${projection.column}`;
  const pattern = new DatePattern(projection.format, owner);
  const [from, to, ...more] = projection.range.split(",").map((end) => end.trim());
  if (from === undefined || to === undefined || more.length > 0) {
    throw new LakeError(`${owner}.range is ${projection.range}; write two dates with a comma between them`);
  }
  // Values are as fine as the format: NOW counts by what it is written as.
  const start = pattern.parse(pattern.format(endOf(from, now, pattern, owner)));
  const end = endOf(to, now, pattern, owner);
  const values: string[] = [];
  for (let step = 0; ; step += projection.interval) {
    const time = later(start, step, projection.unit);
    if (time > end) return values;
    if (values.length === MOST_VALUES) throw new LakeError(`${owner}: more than ${MOST_VALUES} values`);
    values.push(pattern.format(time));
  }
}
