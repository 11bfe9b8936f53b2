import { SECOND } from "../../durations";

/** Neighbouring changes of a table that are committed within one second: a part of its log, by position. */
export interface LogPart {
  /** Seconds since 1970. */
  readonly second: bigint;
  readonly first: bigint;
  readonly last: bigint;
  readonly rows: number;
}

/** Changes that go into one file. */
export interface ChangeFile {
  readonly first: bigint;
  readonly last: bigint;
  readonly rows: number;
  /** Folder of its commits. */
  readonly folder: string;
  /** When its batch is written, in microseconds. */
  readonly written: bigint;
}

/** When a batch ends: after so many seconds from its first change, or with so many rows. */
export interface BatchLimits {
  readonly seconds: number;
  readonly rows: number;
}

/** Batches, and the time of the first change that is in none yet. */
export interface Cut {
  readonly files: readonly ChangeFile[];
  readonly openSince: bigint | undefined;
}

interface Batch {
  readonly ends: bigint;
  readonly parts: LogPart[];
  rows: number;
}

/**
 * Cuts the log of a table into batches and those into files. A batch begins at the whole second of its first change and
 * ends when DMS's interval has passed or its size is reached, whichever is first; a file holds commits of one folder.
 * The size is reached within a part, whose rows all go along.
 * @param until microseconds: how far the log is known
 * @param open what becomes of a batch that has not ended by then: it waits, or is written as it is
 * https://docs.aws.amazon.com/dms/latest/APIReference/API_S3Settings.html (CdcMaxBatchInterval, CdcMinFileSize)
 */
export function cutBatches(
  parts: readonly LogPart[],
  limits: BatchLimits,
  folderOf: (second: bigint) => string,
  until: bigint,
  open: "wait" | "write",
): Cut {
  const files: ChangeFile[] = [];
  let batch: Batch | undefined;
  const close = ({ parts: inside }: Batch, written: bigint): void => {
    files.push(...filesOf(inside, folderOf, written < until ? written : until));
    batch = undefined;
  };
  for (const part of parts) {
    const begins = part.second * SECOND;
    if (batch !== undefined && begins >= batch.ends) close(batch, batch.ends);
    batch ??= { ends: begins + BigInt(limits.seconds) * SECOND, parts: [], rows: 0 };
    batch.parts.push(part);
    batch.rows += part.rows;
    if (batch.rows >= limits.rows) close(batch, begins + SECOND);
  }
  if (batch === undefined) return { files, openSince: undefined };
  if (batch.ends <= until || open === "write") close(batch, batch.ends);
  else return { files, openSince: (batch.parts[0]?.second ?? 0n) * SECOND };
  return { files, openSince: undefined };
}

function filesOf(parts: readonly LogPart[], folderOf: (second: bigint) => string, written: bigint): ChangeFile[] {
  const files: ChangeFile[] = [];
  for (const { second, first, last, rows } of parts) {
    const folder = folderOf(second);
    const before = files.at(-1);
    if (before?.folder !== folder) files.push({ first, last, rows, folder, written });
    else files.splice(-1, 1, { ...before, last, rows: before.rows + rows });
  }
  return files;
}
