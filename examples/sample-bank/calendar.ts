/** Days and moments as whole numbers (days and microseconds since 1970, UTC), and as databases print them. */

export const SECOND = 1_000_000;
export const HOUR = 3600 * SECOND;
export const DAY = 24 * HOUR;

/** Day that a moment lies in. */
export const dayOf = (micros: number): number => Math.floor(micros / DAY);

const printed = new Map<number, string>();

/** `yyyy-mm-dd`. */
export function date(day: number): string {
  const known = printed.get(day);
  if (known !== undefined) return known;
  const text = new Date(day * 86_400_000).toISOString().slice(0, 10);
  printed.set(day, text);
  return text;
}

/** The same day some months later, or the last of that month when it is shorter. */
export function addMonths(day: number, months: number): number {
  const at = new Date(day * 86_400_000);
  const [year, month] = [at.getUTCFullYear(), at.getUTCMonth() + months];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(at.getUTCDate(), last)) / 86_400_000;
}

const two = (value: number): string => (value < 10 ? `0${value}` : String(value));

function toSecond(micros: number): string {
  const seconds = Math.floor((micros % DAY) / SECOND);
  const minutes = Math.floor(seconds / 60);
  return `${date(dayOf(micros))} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:${two(seconds % 60)}`;
}

const fractionOf = (micros: number): string => String(micros % SECOND).padStart(6, "0");

/** A moment as MySQL prints a `timestamp(6)` or `datetime(6)`: always six digits. */
export const mysqlMoment = (micros: number): string => `${toSecond(micros)}.${fractionOf(micros)}`;

/** A moment as PostgreSQL prints a `timestamptz` in UTC, without the zone: no zeros at the end. */
export function postgresqlMoment(micros: number): string {
  const fraction = fractionOf(micros).replace(/0+$/, "");
  return fraction === "" ? toSecond(micros) : `${toSecond(micros)}.${fraction}`;
}

/** First midnight (UTC) after the moment with which a month begins. */
export function nextMonth(micros: number): number {
  const at = new Date(Math.floor(micros / 1000));
  return Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 1) * 1000;
}
