import { DAY } from "../durations";

/**
 * What may go wrong without anything being lost:
 * - `late`: some batches are written a day after their commits, into the folder of the commits and under the name of
 *   their writing. After a stop or a slow target DMS resumes where it was, and S3 keeps folders by commit date:
 *   https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Target.S3.html#CHAP_Target.S3.DatePartitioning
 * - `duplicates`: after each capture the task is resumed and writes the last batches of each table again, with the same
 *   rows and sequences under new names. Release notes mend such repetitions again and again:
 *   https://docs.aws.amazon.com/dms/latest/userguide/CHAP_ReleaseNotes.html
 * - `restart`: in the middle of the first capture the full load is done again while changes go on. In the mode
 *   DO_NOTHING files of the same name are written over and others stay:
 *   https://docs.aws.amazon.com/dms/latest/APIReference/API_StartReplicationTask.html (reload-target)
 *
 * A column that the bank adds is no matter of the task alone: see `Replication.sourceAltered`.
 */
export type Misbehaviour = "duplicates" | "late" | "restart";

export const MISBEHAVIOURS: readonly Misbehaviour[] = ["duplicates", "late", "restart"];

const EVERY = 4;

/** When a table's file number `index` (from zero) is written: with `late`, every fourth a day later. */
export const writingTime = (misbehaviour: Misbehaviour | undefined, index: number, written: bigint): bigint =>
  misbehaviour === "late" && index % EVERY === 1 ? written + DAY : written;

/** How many of a table's last files a resumed task writes again. */
export const REPEATED_FILES = 2;
