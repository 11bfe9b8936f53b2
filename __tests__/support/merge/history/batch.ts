import { duckAthena } from "../../../../local/engine/duck-athena";
import type { Service } from "../../../../local/engine/interpreter";
import { queryFailed, ServiceError } from "../../../../local/engine/service-error";
import { mergeStatement, since } from "../../../../model/sql/merge";
import { first } from "../../json";
import { DuckLake } from "../duck-lake";
import { MergeMachine } from "../merge-machine";
import { changeFiles, type Delivery, type Lateness, loadFiles, moment } from "./delivery";
import { Random } from "./random";
import type { Schema } from "./schemas";
import { commits, phases, rowsAt, type Seconds } from "./timeline";

const TABLE = "event";
const RUN_EVERY: Seconds = 4 * 3600;

/** What a batch of histories looked like after everything had been merged, and what it must have looked like. */
export interface Outcome {
  readonly merged: readonly string[];
  readonly true: readonly string[];
}

const dead: Service = () => {
  throw new ServiceError("Killed", "nothing answers any more");
};

/** What may happen to a run: nothing, killed before or after its merge, or a commit that came first. */
function fate(random: Random, athena: Service): Readonly<Record<string, Service>> {
  const killed = { Failed: dead, "Report failed": dead };
  const chance = random.next();
  if (chance < 0.1) return { ...killed, "Remember merged": dead };
  if (chance < 0.15) return { ...killed, Merge: dead, Load: dead };
  if (chance > 0.9) {
    let lost = 0;
    const conflict: Service = (parameters, state) => {
      if ((lost += 1) < 2) throw queryFailed("ICEBERG_COMMIT_ERROR: another commit came first");
      return athena(parameters, state);
    };
    return { Merge: conflict, Load: conflict };
  }
  return {};
}

/**
 * Many histories in one table, each with keys of its own: laid out as DMS does, merged by runs that come while files
 * arrive, and merged once more at the end.
 */
export async function merged(schema: Schema, seed: number, histories: number, lateness: Lateness): Promise<Outcome> {
  const random = new Random(seed);
  const plan = phases(random);
  const log = commits(random, histories, plan.end);
  const { source } = schema;
  const lake = await DuckLake.of(source);
  try {
    const athena = duckAthena(lake.connection);
    const machine = new MergeMachine(source, athena);
    const files = (from: Seconds, loadEnd: Seconds, to: Seconds): readonly Delivery[] => [
      ...loadFiles(random, schema, log, from, loadEnd),
      ...changeFiles(
        random,
        schema,
        log.filter(({ at }) => at >= from && at < to),
        loadEnd,
        lateness,
      ),
    ];
    const work = new Work(lake, machine, random, athena);
    if (plan.reload === undefined) {
      await work.through(files(plan.loadStart, plan.loadEnd, Infinity), plan.loadStart);
    } else {
      const { captureEnd, loadStart, loadEnd } = plan.reload;
      // What the first task would have written later never comes.
      await work.through(
        files(plan.loadStart, plan.loadEnd, captureEnd).filter(({ at }) => at < loadStart),
        plan.loadStart,
      );
      await lake.nextGeneration(TABLE);
      machine.deploy({ ...source, generation: 2 });
      await work.through(files(loadStart, loadEnd, Infinity), loadStart);
    }
    await work.finish(lateness === "days late");
    const expected = [...rowsAt(log, Infinity)].map(([key, value]) => {
      const [history, id] = key.split("|");
      return [history, schema.keyRead(Number(id)), ...schema.read(value)].join("|");
    });
    return { merged: await lake.current(TABLE), true: expected.toSorted() };
  } finally {
    lake.close();
  }
}

/** Runs of a machine while files arrive. */
class Work {
  private now: Seconds = 0;
  private killed = false;

  public constructor(
    private readonly lake: DuckLake,
    private readonly machine: MergeMachine,
    private readonly random: Random,
    private readonly athena: Service,
  ) {}

  /** Delivers the files in the order of their times, with runs in between, the last of them before the last files. */
  public async through(deliveries: readonly Delivery[], from: Seconds): Promise<void> {
    const left = deliveries.toSorted((one, other) => one.at - other.at);
    const end = left.at(-1)?.at ?? from;
    this.now = Math.max(this.now, from);
    while (this.now < end) {
      this.now = Math.min(end, this.now + this.random.whole(RUN_EVERY / 4, RUN_EVERY));
      const arrived = left.filter(({ at }) => at <= this.now);
      left.splice(0, arrived.length);
      await this.lake.deliver(
        TABLE,
        arrived.map(({ file }) => file),
      );
      if (left.length > 0) await this.run();
    }
  }

  private async run(): Promise<void> {
    this.machine.now = moment(this.now);
    // Two deaths in a row would be an outage of hours, in which late files fall out of the window.
    const over = this.killed ? {} : fate(this.random, this.athena);
    this.killed = "Failed" in over;
    const wide = this.random.chance(0.1);
    await this.machine.run(wide ? { wide, patient: true } : {}, over);
  }

  /** The last runs: one that says that the load is complete, as every table with changes knows; then old windows again. */
  public async finish(wide: boolean): Promise<void> {
    this.machine.now = moment(this.now + 60);
    const generation = this.machine.remembered(TABLE)["generation"];
    const { status, error } = await this.machine.run(wide ? { wide: true, patient: true } : {});
    if (status !== "SUCCEEDED") throw new Error(`the last run failed: ${error?.cause}`);
    if (generation === undefined) throw new Error("nothing was ever merged");
    const table = first(this.lake.source.tables);
    for (const hours of [40, 3, 20]) {
      const from = moment(Math.max(0, this.now - hours * 3600))
        .slice(0, 19)
        .replace("T", " ");
      await this.lake.query(since(mergeStatement(this.lake.source, table), from));
    }
  }
}
