import { HOUR, MINUTE, SECOND } from "../durations";

/** Times of the bank: microseconds since 1970 in UTC, and how they are written. */

/** `2026-06-30T21:00:00.000Z` */
export const isoOf = (time: bigint): string => new Date(Number(time / 1000n)).toISOString();

/** Microseconds of a time such as `2026-06-30T21:00:00Z`. */
export const timeOf = (iso: string): bigint => BigInt(Date.parse(iso)) * 1000n;

/** `2026-06-30 21:00:00`, for people. */
export const shown = (time: bigint): string => isoOf(time).slice(0, 19).replace("T", " ");

const pad = (value: bigint): string => value.toString().padStart(2, "0");

/** `1 h 05 min`, `12 min 30 s` or `4 s`, for people. */
export function duration(time: bigint): string {
  const [hours, minutes, seconds] = [time / HOUR, (time % HOUR) / MINUTE, (time % MINUTE) / SECOND];
  if (hours > 0n) return `${hours} h ${pad(minutes)} min`;
  return minutes > 0n ? `${minutes} min ${pad(seconds)} s` : `${seconds} s`;
}
