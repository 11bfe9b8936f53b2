import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { Lake, type MergeRun, Merges } from "../lake";
import { databaseOf, type PlannedTable, Replication, readTasks } from "../replication";
import { type Applied, type Bank, BankSystems } from "../source-systems";
import { currentOf } from "../source-systems/sql";
import { FolderStore } from "../store/folder-store";
import { S3Mirror } from "../store/s3-mirror";
import { S3Store } from "../store/s3-store";
import type { ObjectStore } from "../store/types";
import { type AddedColumn, columnToAdd } from "./added-column";
import type { RowsClients } from "./clients";
import { isoOf } from "./clock";
import { emptyBucket, emptyFolder, emptyTable } from "./empty";
import type { Trouble } from "./options";
import { type MachineSchedule, readSchedules } from "./schedules";
import { stateTables } from "./state-tables";
import { within } from "./step-failure";
import type { Moment } from "./timeline";
import { Pending } from "./until";

/** What a course is made of. */
export interface CourseProps {
  readonly connection: DuckDBConnection;
  readonly clients: RowsClients;
  /** For files on their way and those of the lake. */
  readonly folder: string;
  readonly bank: Bank;
  readonly trouble: Trouble | undefined;
  /**
   * Where objects go: into the accounts' buckets, or, when only speed matters, into folders alone.
   * @default "accounts"
   */
  readonly buckets?: "accounts" | "folders";
}

/** What happened at a moment. */
export interface Arrival {
  readonly time: bigint;
  readonly transactions: number;
  readonly changes: number;
  readonly files: number;
  readonly runs: readonly MergeRun[];
}

/** The way of the rows, from the bank's systems to the current-state tables, over what is deployed. */
export class Course {
  private constructor(
    private readonly props: CourseProps,
    public readonly systems: BankSystems,
    public readonly replications: readonly Replication[],
    private readonly stores: readonly ObjectStore[],
    public readonly lake: Lake,
    public readonly merges: Merges,
    public readonly schedules: readonly MachineSchedule[],
    private readonly pending: Pending,
  ) {}

  /**
   * Opens the bank, and reads what is deployed.
   * @throws StepFailure for what is deployed and cannot be played
   */
  public static async open(props: CourseProps): Promise<Course> {
    const { connection, clients, folder, bank, trouble } = props;
    const systems = await BankSystems.open(connection, bank.databases, {
      file: join(folder, "bank.duckdb"),
      rules: bank.rules,
    });
    await systems.applyOpening(bank.opening());

    const replications: Replication[] = [];
    const stores: ObjectStore[] = [];
    const folders = props.buckets === "folders" ? new FolderStore(join(folder, "buckets")) : undefined;
    await within("replication", "the replication tasks", async () => {
      for (const { dms } of clients.producers) {
        for (const task of await readTasks({ dms })) {
          const store = folders ?? new S3Store(await clients.s3As(task.target.writerRoleArn));
          const options = {
            folder: join(folder, "on-the-way", task.name),
            ...(trouble === undefined || trouble === "column" ? {} : { misbehaviour: trouble }),
          };
          replications.push(Replication.of(connection, task, databaseOf(task, bank.databases), store, options));
          stores.push(store);
        }
      }
    });
    const mirror = folders ?? new S3Mirror(clients.lake.s3, join(folder, "buckets"));
    const lake = await within("catalog", "the catalog", () => Lake.open(connection, clients.lake, mirror));
    const merges = await within("merge", "the state machines", () => Merges.of(connection, clients.lake));
    const schedules = await within("merge", "the schedules", () =>
      readSchedules(clients.scheduler, new Set(merges.machines.map(({ arn }) => arn))),
    );
    return new Course(props, systems, replications, stores, lake, merges, schedules, new Pending(bank.changes()));
  }

  /** Takes away what an earlier course left in the accounts: files of the tasks, and what machines remember. */
  public async clear(): Promise<void> {
    const { clients } = this.props;
    for (const { name, target } of this.replications.map(({ task }) => task)) {
      await within("replication", `bucket ${target.bucket} of task ${name}`, () =>
        emptyFolder(clients.lake.s3, target.bucket, target.folder),
      );
    }
    for (const bucket of new Set(this.lake.catalog.files.map(({ place }) => place.bucket))) {
      await within("catalog", `bucket ${bucket} of the catalog's tables`, () => emptyBucket(clients.lake.s3, bucket));
    }
    for (const machine of this.merges.machines) {
      for (const table of stateTables(machine)) {
        await within("merge", `table ${table} of state machine ${machine.name}`, () =>
          emptyTable(clients.lake.dynamoDb, table),
        );
      }
    }
  }

  /** Starts every task: all rows are copied. */
  public async start(): Promise<void> {
    for (const replication of this.replications) {
      await within("replication", `task ${replication.task.name}`, () => replication.fullLoad(this.props.bank.begin));
    }
    await this.settle();
  }

  /** Lets the bank work until a moment, brings what it committed into the lake, and starts what is due. */
  public async reach({ time, starts }: Moment): Promise<Arrival> {
    const applied = await this.commit(time);
    const files = await this.carry(time, "write");
    const runs = await this.merge({ time, starts });
    return { time, ...applied, files, runs };
  }

  /** What the bank commits until a moment. */
  public commit(time: bigint): Promise<Applied> {
    return this.systems.apply(this.pending.until(time));
  }

  /** Lets the tasks write what was committed until a moment; batches that are open then are written or left to grow. */
  public async carry(time: bigint, open: "wait" | "write"): Promise<number> {
    let files = 0;
    for (const replication of this.replications) {
      const captured = await within("replication", `task ${replication.task.name}`, () =>
        replication.capture(time, { open }),
      );
      files += captured.files;
      await this.systems.forgetLog(databaseOf(replication.task, this.props.bank.databases), captured.replicatedTo);
    }
    await this.settle();
    return files;
  }

  /** Shows the lake what has arrived, and starts state machines. */
  public async merge({ time, starts }: Moment): Promise<readonly MergeRun[]> {
    await within("catalog", "the files of the lake", () => this.lake.refresh(isoOf(time)));
    const runs: MergeRun[] = [];
    for (const { machine: arn, input } of starts) {
      const machine = this.merges.machines.find((each) => each.arn === arn);
      if (machine === undefined) continue;
      const run = () => this.merges.run(machine, input, isoOf(time));
      runs.push(await within("merge", `state machine ${machine.name}`, run));
    }
    return runs;
  }

  /** The bank adds a column to a table of its choice, from a time on. */
  public async addColumn(time: bigint): Promise<AddedColumn> {
    const { bank } = this.props;
    const added = columnToAdd({ replications: this.replications, catalog: this.lake.catalog, bank }, time);
    const column = { name: added.name, type: "varchar(40)", nullable: true };
    await this.systems.addColumn(added.table, column, () => "branch");
    for (const replication of this.replications) {
      const database = databaseOf(replication.task, bank.databases);
      const tables = this.systems.tables(database);
      if (!tables.some((table) => currentOf(table) === currentOf(added.table))) continue;
      await within("replication", `task ${replication.task.name}`, () =>
        replication.sourceAltered({ ...database, tables }, time),
      );
    }
    return added;
  }

  /** What arrives of each table that a task captures. */
  public get plans(): readonly PlannedTable[] {
    return this.replications.flatMap(({ plans }) => plans);
  }

  private async settle(): Promise<void> {
    for (const store of this.stores) await within("replication", "the raw buckets", () => store.settled());
  }
}
