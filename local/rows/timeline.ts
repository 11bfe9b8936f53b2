/** At which moments of the bank's time the lake is brought up to date, and what each starts. */
import { dailyTimes, type MachineSchedule } from "./schedules";

/** A moment at which schedules start state machines. */
export interface Moment {
  readonly time: bigint;
  readonly starts: readonly MachineSchedule[];
}

/** A stretch of time, and how often something is to happen in it. */
export interface Timeline {
  readonly begin: bigint;
  readonly end: bigint;
  readonly count: number;
  /**
   * Time after the beginning of one more moment: a first merge copies whatever is there, so that only what changes after
   * it shows whether later merges do what they should.
   * @default - none
   */
  readonly first?: bigint;
}

/**
 * Moments from `begin` to `end`, so many apart from each other; each starts what comes every few minutes once, as after
 * an outage. Daily schedules have moments of their own.
 */
export function moments(
  schedules: readonly MachineSchedule[],
  { begin, end, count, first }: Timeline,
): readonly Moment[] {
  const often = schedules.filter(({ every }) => every.kind === "rate");
  const even = Array.from({ length: count }, (_, index) => begin + ((end - begin) * BigInt(index + 1)) / BigInt(count));
  const frequent = [...(first === undefined ? [] : [begin + first]), ...even].map((time) => ({ time, starts: often }));
  const daily = schedules.flatMap((schedule) =>
    schedule.every.kind === "daily"
      ? dailyTimes(schedule.every.after, begin, end).map((time) => ({ time, starts: [schedule] }))
      : [],
  );
  return [...frequent, ...daily].toSorted((one, other) => Number(one.time - other.time));
}
