import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { CHECKSUM_FUNCTIONS, withDuckDbMoments } from "../../../local/engine/athena-checksums";
import { withParameters } from "../../../local/engine/athena-to-duckdb";
import { ask } from "../../../local/engine/rows";
import { type Comparison, compareWithSources, Lake, Merges } from "../../../local/lake";
import { Replication, ReplicationError } from "../../../local/replication";
import { readTask } from "../../../local/replication/read/deployed-task";
import { expectedRows } from "../../../local/rows/expected-rows";
import { BankSystems, type BankTable } from "../../../local/source-systems";
import { currentOf } from "../../../local/source-systems/sql";
import { FolderStore } from "../../../local/store/folder-store";
import type { Environment, Source } from "../../../model/landscape/types";
import { curatedStatement } from "../../../model/reconciliation/statements";
import { first } from "../json";
import { GeneratedAccount } from "../lake/generated";
import { generatedTask } from "../replication/generated";
import { synthesized } from "../synthesized";
import { AFTER_ALL } from "./questions";
import type { RealSource, Viewer } from "./source";

const MINUTE = 60_000_000n;

/** A source of a landscape, and the account that it belongs to. */
export interface Place {
  readonly environment: Environment;
  readonly producer: string;
  readonly source: Source;
}

const iso = (time: bigint): string => new Date(Number(time / 1000n)).toISOString();

/**
 * The way of a real database into its current-state tables: what is generated for it plays over what its server really
 * logs. Files, catalog, statements and state machines are those of the generated JSON; time goes on by minutes, from now.
 */
export class CaptureLine {
  /** What merges have failed of. */
  public readonly failures: string[] = [];
  private time = BigInt(Date.now()) * 1000n - MINUTE;

  private constructor(
    private readonly folder: string,
    private readonly connection: DuckDBConnection,
    private readonly place: Place,
    private readonly real: RealSource,
    private readonly systems: BankSystems,
    private readonly replication: Replication,
    private readonly lake: Lake,
    private readonly merges: Merges,
  ) {}

  public static async open(place: Place, real: RealSource): Promise<CaptureLine> {
    const { environment, producer, source } = place;
    const output = synthesized({ environments: [environment] });
    const task = readTask(generatedTask(output, `${environment.name}-${producer}-replication-${source.name}`));
    if (!("name" in task)) throw new ReplicationError(task);
    const folder = mkdtempSync(join(tmpdir(), "capture-"));
    const connection = await (await DuckDBInstance.create(":memory:", { threads: "2" })).connect();
    for (const sql of CHECKSUM_FUNCTIONS) await connection.run(sql);
    const systems = await BankSystems.open(connection, [real.database]);
    const store = new FolderStore(join(folder, "buckets"));
    const on = { folder: join(folder, "on-the-way") };
    const replication = Replication.of(connection, task, real.database, store, on);
    const { clients } = new GeneratedAccount(output, environment.name, [source.name]);
    const lake = await Lake.open(connection, clients, store);
    const merges = await Merges.of(connection, clients);
    return new CaptureLine(folder, connection, place, real, systems, replication, lake, merges);
  }

  /** Copies what is there: from now on the log counts, and what it has got before is no matter of the task. */
  public async load(): Promise<void> {
    await this.real.captured();
    await this.show("replication");
    await this.replication.fullLoad(this.later());
    await this.merge();
  }

  /** Brings what the log has got into the current-state tables. */
  public async carry(): Promise<void> {
    await this.systems.apply(await this.real.captured());
    await this.replication.capture(this.later());
    await this.merge();
  }

  /** Compares current-state tables with what the bank sees in its own. */
  public async compare(): Promise<Comparison> {
    await this.show("bank");
    const { catalog } = this.lake;
    return compareWithSources(this.connection, {
      catalog,
      flows: this.merges.flows,
      plans: this.replication.plans,
      rowsOf: expectedRows(this.place.environment),
    });
  }

  /** Count and checksum of a current-state table, as the nightly reconciliation asks Athena for them. */
  public async figures(table: string): Promise<readonly string[]> {
    const { source } = this.place;
    const contract = first(source.tables.filter(({ name }) => name === table));
    const sql = withDuckDbMoments(curatedStatement(source, contract));
    const { rows } = await ask(this.connection, withParameters(sql, sql.includes("?") ? [`'${AFTER_ALL}'`] : []));
    return first(rows).map(String);
  }

  public close(): void {
    this.connection.closeSync();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private later(): bigint {
    const now = BigInt(Date.now()) * 1000n;
    this.time = (this.time < now ? now : this.time) + 2n * MINUTE;
    return this.time;
  }

  private async merge(): Promise<void> {
    for (const machine of this.merges.machines) {
      await this.lake.refresh(iso(this.time));
      const { failures } = await this.merges.run(machine, {}, iso(this.time));
      this.failures.push(...failures);
    }
  }

  /** Lets the catalog `bank` hold what somebody sees now. */
  private async show(viewer: Viewer): Promise<void> {
    for (const table of this.real.database.tables) await this.copy(table, viewer);
  }

  private async copy(table: BankTable, viewer: Viewer): Promise<void> {
    await this.connection.run(`DELETE FROM ${currentOf(table)}`);
    const rows = await this.real.rows(table, viewer);
    const changes = rows.map((row) => ({ table, operation: "I" as const, row }));
    await this.systems.applyOpening([{ database: this.real.database, committed: this.time, changes }]);
  }
}
