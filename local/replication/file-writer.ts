import { mkdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { NewObject, ObjectStore } from "../store/types";
import { changeName, WritingTimes } from "./names";
import type { Counters, DeployedTask, PlannedTable } from "./types";

/** A file that is due at a time. */
interface DueFile {
  readonly due: bigint;
  readonly object: NewObject;
}

/** A file to write: the key of its folder, and the statement that writes it to a path. */
export interface NewFile {
  readonly folder: string;
  readonly rows: number;
  readonly copy: (path: string) => string;
}

/** Writes Parquet files through DuckDB and puts them into the bucket, when they are due. */
export class FileWriter {
  private readonly times = new WritingTimes();
  private waiting: DueFile[] = [];
  private number = 0;
  private files = 0;
  private rows = 0;
  private bytes = 0;

  public constructor(
    private readonly connection: DuckDBConnection,
    private readonly task: DeployedTask,
    private readonly store: ObjectStore,
    private readonly folder: string,
  ) {}

  /** Since the beginning; files that are not due yet are counted. */
  public get counters(): Counters {
    return { files: this.files, rows: this.rows, bytes: this.bytes };
  }

  public get waitingFiles(): number {
    return this.waiting.length;
  }

  /** Writes a file under its own name, and puts it at once. */
  public async load(table: PlannedTable, name: string, file: NewFile): Promise<void> {
    await this.store.put(await this.written(table, `${file.folder}${name}`, file));
  }

  /** Writes a change file, named by its time of writing; it is put when that time has come. */
  public async change(table: PlannedTable, written: bigint, file: NewFile): Promise<void> {
    const due = this.times.next(table.prefix, written);
    const object = await this.written(table, `${file.folder}${changeName(due)}`, file);
    this.waiting.push({ due: written, object });
  }

  /** Puts what is due by a time, in the order of writing, and waits until it has arrived. */
  public async putDue(until: bigint): Promise<void> {
    const due = this.waiting.filter((file) => file.due <= until);
    this.waiting = this.waiting.filter((file) => file.due > until);
    for (const { object } of due.toSorted((one, other) => (one.due < other.due ? -1 : 1))) await this.store.put(object);
    await this.store.settled();
  }

  private async written({ bucket }: PlannedTable, key: string, { rows, copy }: NewFile): Promise<NewObject> {
    await mkdir(this.folder, { recursive: true });
    this.number += 1;
    const file = join(this.folder, `${this.task.name}-${this.number}.parquet`);
    await this.connection.run(copy(file));
    this.files += 1;
    this.rows += rows;
    this.bytes += (await stat(file)).size;
    const { expectedBucketOwner, kmsKeyArn } = this.task.target;
    return { bucket, key, file, expectedBucketOwner, kmsKeyArn };
  }
}
