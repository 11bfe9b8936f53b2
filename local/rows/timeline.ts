/** At which moments of the bank's time the lake is brought up to date, and what each starts. */
import { dailyTimes, type MachineSchedule } from "./schedules";

/** A moment at which schedules start state machines. */
export interface Moment {
  readonly time: bigint;
  readonly starts: readonly MachineSchedule[];
}

/**
 * Moments from `begin` to `end`, so many apart from each other; each starts what comes every few minutes once, as after
 * an outage. Daily schedules have moments of their own.
 */
export function moments(
  schedules: readonly MachineSchedule[],
  { begin, end, count }: { readonly begin: bigint; readonly end: bigint; readonly count: number },
): readonly Moment[] {
  const often = schedules.filter(({ every }) => every.kind === "rate");
  const even = Array.from({ length: count }, (_, index) => ({
    time: begin + ((end - begin) * BigInt(index + 1)) / BigInt(count),
    starts: often,
  }));
  const daily = schedules.flatMap((schedule) =>
    schedule.every.kind === "daily"
      ? dailyTimes(schedule.every.after, begin, end).map((time) => ({ time, starts: [schedule] }))
      : [],
  );
  return [...even, ...daily].toSorted((one, other) => Number(one.time - other.time));
}
