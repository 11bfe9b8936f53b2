import { MILLISECOND } from "../durations";
import type { DateFolder } from "./types";

const HEX = 16;
const LOAD_DIGITS = 8;

/** Name of a file of the full load, counted from one in eight hexadecimal digits. */
export const loadName = (number: number): string =>
  `LOAD${number.toString(HEX).toUpperCase().padStart(LOAD_DIGITS, "0")}.parquet`;

/** Year, month, day, hour, minute, second and thousandth, UTC. */
const partsOf = (moment: bigint): readonly string[] =>
  new Date(Number(moment / MILLISECOND))
    .toISOString()
    .slice(0, -1)
    .split(/[-T:.]/);

/**
 * Name of a change file: the time of writing, `yyyyMMdd-HHmmssSSS.parquet`.
 * https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Target.S3.html#CHAP_Target.S3.DatePartitioning
 */
export function changeName(written: bigint): string {
  const [year, month, day, ...time] = partsOf(written);
  return `${year}${month}${day}-${time.join("")}.parquet`;
}

const DELIMITERS = { dash: "-", none: "", slash: "/", underscore: "_" } as const;

/** Folder of a change by its time of commit, with a slash at its end; empty when there are none. */
export function dateFolder(folder: DateFolder | undefined, committed: bigint): string {
  if (folder === undefined) return "";
  const [year = "", month = "", day = "", hour = ""] = partsOf(committed);
  const sequences = {
    ddmmyyyy: [day, month, year],
    mmyyyydd: [month, year, day],
    yyyymm: [year, month],
    yyyymmdd: [year, month, day],
    yyyymmddhh: [year, month, day, hour],
  } as const;
  return `${sequences[folder.sequence].join(DELIMITERS[folder.delimiter])}/`;
}

/** Takes times of writing and gives each folder a millisecond once, a later one when it is taken. */
export class WritingTimes {
  private readonly taken = new Map<string, Set<bigint>>();

  public next(folder: string, written: bigint): bigint {
    const taken = this.taken.get(folder) ?? new Set();
    this.taken.set(folder, taken);
    let moment = written / MILLISECOND;
    while (taken.has(moment)) moment += 1n;
    taken.add(moment);
    return moment * MILLISECOND;
  }
}
