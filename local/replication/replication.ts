import type { DuckDBConnection } from "@duckdb/node-api";
import { SECOND } from "../durations";
import type { BankDatabase } from "../source-systems/types";
import type { ObjectStore } from "../store/types";
import { FileWriter } from "./file-writer";
import type { Misbehaviour } from "./misbehaviour";
import { plannedTables } from "./plan/planned-tables";
import { TableReplication } from "./table-replication";
import type { Captured, Counters, DeployedTask, PlannedTable } from "./types";

/** How a replication is played. */
export interface ReplicationOptions {
  /** Where files are written before the store takes them. */
  readonly folder: string;
  readonly misbehaviour?: Misbehaviour;
}

/** Until a row of the full load is transferred, when the task does not stamp rows with its own start. */
const TRANSFER = 60n * SECOND;

/**
 * Plays a deployed task: reads the source systems in the catalog `bank`, and writes the files that DMS would write. All
 * times are microseconds since 1970, UTC, and simulated.
 */
export class Replication {
  private readonly writer: FileWriter;
  private tables: readonly TableReplication[];
  private startedAt: bigint | undefined;
  private isRestarted = false;

  private constructor(
    private readonly connection: DuckDBConnection,
    public readonly task: DeployedTask,
    private database: BankDatabase,
    store: ObjectStore,
    private readonly options: ReplicationOptions,
  ) {
    this.writer = new FileWriter(connection, task, store, options.folder);
    this.tables = plannedTables(task, database).map((plan) => this.tableOf(plan));
  }

  /** @throws ReplicationError as `plannedTables` does */
  public static of(
    connection: DuckDBConnection,
    task: DeployedTask,
    database: BankDatabase,
    store: ObjectStore,
    options: ReplicationOptions,
  ): Replication {
    return new Replication(connection, task, database, store, options);
  }

  /** Files, rows and bytes since the beginning. */
  public get counters(): Counters {
    return this.writer.counters;
  }

  /** Files that are written but not due yet: a capture until their time puts them. */
  public get waiting(): number {
    return this.writer.waitingFiles;
  }

  /** What arrives of each table, as the task sees its source now. */
  public get plans(): readonly PlannedTable[] {
    return this.tables.map(({ plan }) => plan);
  }

  /**
   * Copies all current rows, stamped with the whole second: changes of MySQL have no other, and one in the second of the
   * start must sort after the load. Changes committed by this time are not captured any more. Later ones that are in the
   * rows already are captured too, as DMS does with what it caches during a full load.
   */
  public async fullLoad(startedAt: bigint): Promise<void> {
    for (const table of this.tables) await table.skip(startedAt);
    await this.load(startedAt);
  }

  /**
   * Writes what was committed until a time and is not in files yet.
   * @param open what becomes of batches that have not ended by then: `write` writes them as if the task was stopped, `wait`
   * leaves them in the log for the next capture
   * @throws ReplicationError for a large object that stops the task
   */
  public async capture(
    until: bigint,
    { open = "write" }: { readonly open?: "wait" | "write" } = {},
  ): Promise<Captured> {
    if (this.startedAt === undefined)
      throw new Error(`${this.task.name}: a task loads all rows before it captures changes`);
    const before = this.counters;
    if (this.options.misbehaviour === "restart" && !this.isRestarted) {
      this.isRestarted = true;
      await this.reload((this.startedAt + until) / 2n);
    }
    const reached = await this.captureTables(until, open);
    await this.writer.putDue(until);
    const { files, rows, bytes } = this.counters;
    return {
      files: files - before.files,
      rows: rows - before.rows,
      bytes: bytes - before.bytes,
      replicatedTo: reached,
    };
  }

  /**
   * Stops the task, which writes what it has, and starts it with a full load: in the mode DO_NOTHING, files of the same
   * name are written over and the rest stays.
   */
  public async reload(at: bigint): Promise<void> {
    await this.captureTables(at, "write");
    await this.writer.putDue(at);
    this.tables = plannedTables(this.task, this.database).map((plan) => this.again(plan));
    await this.fullLoad(at);
  }

  /**
   * Tells that tables of the source have other columns from this time on. They arrive with the next change when DMS
   * handles altered tables and learns of them; else with the next full load.
   * @throws ReplicationError when DMS would not bring them as the task is deployed
   */
  public async sourceAltered(database: BankDatabase, at: bigint): Promise<void> {
    const plans = plannedTables(this.task, database);
    this.database = database;
    if (!this.task.source.seesAddedColumns) return;
    if (this.startedAt !== undefined) await this.captureTables(at, "write");
    this.tables = plans.map((plan) => this.again(plan));
  }

  private async captureTables(until: bigint, open: "wait" | "write"): Promise<bigint> {
    let reached = until;
    for (const table of this.tables) {
      const done = await table.capture(until, open);
      if (done < reached) reached = done;
    }
    return reached;
  }

  private async load(startedAt: bigint): Promise<void> {
    const moment = this.task.target.taskStartInLoad ? startedAt : startedAt + TRANSFER;
    const stamp = moment - (moment % SECOND);
    for (const table of this.tables) await table.load(stamp);
    await this.writer.putDue(startedAt);
    this.startedAt = startedAt;
  }

  private tableOf(plan: PlannedTable): TableReplication {
    return new TableReplication(this.connection, this.task, plan, this.writer, this.options.misbehaviour);
  }

  /** The same table under another plan, as far as it was. */
  private again(plan: PlannedTable): TableReplication {
    const { schema, name } = plan.source;
    const known = this.tables.find((table) => table.plan.source.schema === schema && table.plan.source.name === name);
    if (known === undefined) return this.tableOf(plan);
    known.plan = plan;
    return known;
  }
}
