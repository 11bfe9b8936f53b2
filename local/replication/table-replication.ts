import type { DuckDBConnection } from "@duckdb/node-api";
import { SECOND } from "../durations";
import { type ChangeFile, cutBatches } from "./batches/cut";
import type { FileWriter } from "./file-writer";
import { type Misbehaviour, REPEATED_FILES, writingTime } from "./misbehaviour";
import { dateFolder, loadName } from "./names";
import { ReplicationError } from "./problem";
import { copyChanges, copyLoad } from "./sql/copy";
import { lastPosition, logParts, longestObject, numberOf, textOf } from "./sql/log";
import { selectedChanges, selectedRows } from "./sql/rows";
import { undecidedChange, undecidedRow } from "./sql/undecided";
import { fixedWidth, textWidth } from "./sql/width";
import type { DeployedTask, PlannedTable } from "./types";

const KILOBYTE = 1024;

/** Into so many steps a batch's size is divided: it is passed by one at most. */
const STEPS = 16;

/** Rows of so many kilobytes, at least one. */
const rowsOf = (kilobytes: number, width: number): number => Math.max(1, Math.ceil((kilobytes * KILOBYTE) / width));

/** What a task does with one table: it keeps how far the table's log is in files. */
export class TableReplication {
  private after = 0n;
  private width: number | undefined;
  private index = 0;

  public constructor(
    private readonly connection: DuckDBConnection,
    private readonly task: DeployedTask,
    public plan: PlannedTable,
    private readonly writer: FileWriter,
    private readonly misbehaviour: Misbehaviour | undefined,
  ) {}

  /** Changes committed by this time are no longer captured. */
  public async skip(until: bigint): Promise<void> {
    const position = await lastPosition(this.connection, this.plan, until);
    if (position > this.after) this.after = position;
  }

  /** Copies the current rows. A table without rows leaves no trace. */
  public async load(stamp: bigint): Promise<void> {
    await this.checkFate(undecidedRow(this.plan));
    const source = selectedRows(this.plan);
    const total = (await numberOf(this.connection, `SELECT count(*) FROM ${source}`)) ?? 0;
    if (total === 0) return;
    await this.checkObjects(source);
    const perFile = rowsOf(this.task.target.loadKilobytes, await this.measure(source));
    for (let first = 0; first < total; first += perFile) {
      const rows = Math.min(perFile, total - first);
      await this.writer.load(this.plan, loadName(first / perFile + 1), {
        folder: this.plan.prefix,
        rows,
        copy: (file) => copyLoad(this.task, this.plan, { first, rows, stamp, file }),
      });
    }
  }

  /**
   * Writes the changes committed until a time.
   * @returns the time before which all changes are in files
   */
  public async capture(until: bigint, open: "wait" | "write"): Promise<bigint> {
    const { after } = this;
    await this.checkFate(undecidedChange(this.plan, { after, until }));
    const log = `(SELECT * FROM ${selectedChanges(this.plan)} WHERE _position > ${after})`;
    const { batchKilobytes, batchSeconds, dateFolder: dates } = this.task.target;
    const limit = rowsOf(batchKilobytes, this.width ?? (await this.measure(log)));
    const parts = await logParts(this.connection, this.plan, { after, until, step: Math.ceil(limit / STEPS) });
    if (parts.length > 0) await this.checkObjects(log);
    const folderOf = (second: bigint): string => dateFolder(dates, second * SECOND);
    const { files, openSince } = cutBatches(parts, { seconds: batchSeconds, rows: limit }, folderOf, until, open);
    for (const file of files) {
      await this.write(file, writingTime(this.misbehaviour, this.index, file.written));
      this.index += 1;
    }
    if (this.misbehaviour === "duplicates") {
      for (const file of files.slice(-REPEATED_FILES)) await this.write(file, until);
    }
    this.after = files.at(-1)?.last ?? after;
    return openSince === undefined ? until : openSince - 1n;
  }

  private async write({ first, last, rows, folder }: ChangeFile, written: bigint): Promise<void> {
    await this.writer.change(this.plan, written, {
      folder: `${this.plan.prefix}${folder}`,
      rows,
      copy: (file) => copyChanges(this.task, this.plan, { first, last, file }),
    });
  }

  /**
   * Estimated bytes of an uncompressed row, once for all files: fixed sizes, and for texts the average of the first
   * thousand rows. DMS measures what it holds in memory, whose layout is not documented.
   */
  private async measure(rows: string): Promise<number> {
    const texts = await numberOf(this.connection, textWidth(this.plan, rows));
    const width = fixedWidth(this.task, this.plan) + (texts ?? 0);
    if (texts !== undefined) this.width = width;
    return width;
  }

  private async checkFate(sql: string | undefined): Promise<void> {
    const found = sql === undefined ? undefined : await textOf(this.connection, sql);
    if (found === undefined) return;
    const { schema, name } = this.plan.source;
    throw new ReplicationError([
      {
        where: `${this.task.name}, ${schema}.${name}`,
        found: `a row ${found}`,
        instead:
          "filter by columns that never change and are never empty: AWS's pages do not say what becomes of others",
      },
    ]);
  }

  private async checkObjects(rows: string): Promise<void> {
    const longest = await longestObject(this.connection, this.plan, rows);
    const limit = this.task.source.lobBytes ?? 0;
    if (longest <= limit) return;
    const { schema, name } = this.plan.source;
    throw new ReplicationError([
      {
        where: `${this.task.name}, ${schema}.${name}`,
        found: `a large object of ${longest} bytes`,
        instead: `the task fails beyond ${limit}: raise LobMaxSize`,
      },
    ]);
  }
}
