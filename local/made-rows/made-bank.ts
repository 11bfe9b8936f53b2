import { atSource } from "../../model/contract/at-source";
import { engineFacts } from "../../model/contract/engine";
import type { Environment, Source } from "../../model/landscape/types";
import { Chance } from "../chance";
import { HOUR, SECOND } from "../durations";
import type { Bank, BankChange, BankDatabase, BankTransaction } from "../source-systems";
import { Keys } from "./keys";
import { literalsOf } from "./literals";
import { type MadeTable, madeTable } from "./made-table";
import { ALWAYS, ONCE, usual } from "./script";

/** What decides a made bank: the same order gives the same bank, byte for byte. */
export interface MadeOrder {
  /** Whose sources get rows, and whose shares say what their columns are compared with. */
  readonly environment: Pick<Environment, "consumers"> & {
    readonly producers: readonly { readonly sources: readonly Source[] }[];
  };
  readonly seed: number;
  /** Row changes over all tables; where tables are many, more: each is changed five times at least. */
  readonly changes: number;
  /** Moment before which the last commit comes, in microseconds since 1970, UTC. */
  readonly end: bigint;
  /** Length of the captured time. */
  readonly hours: number;
}

/** One of so many tables is empty at first, another one is quiet after its first changes. */
const EMPTY = 5;
const QUIET = 4;

/** Tables that are changed in one commit. */
const TOGETHER = 3;

/** Commits in a hundred that share the microsecond of the one before. */
const SAME_MOMENT = 30;

/** Attempts without a change after which a bank of few keys is done. */
const IDLE = 1000;

const MOVE_IN = 7n * 24n * HOUR;

interface System {
  readonly database: BankDatabase;
  readonly tables: readonly MadeTable[];
}

function systemOf(order: MadeOrder, source: Source): System {
  const engine = engineFacts(source.engine).family;
  const literals = literalsOf(order.environment);
  const tables = source.tables.map((contract, index) =>
    madeTable({ engine, source, contract: atSource(contract), literals, chance: new Chance(order.seed + index) }),
  );
  return { database: { engine, database: source.database, tables: tables.map(({ table }) => table) }, tables };
}

/** A table in the middle of the bank's life. */
interface Living {
  readonly keys: Keys;
  /** Its place among all tables. */
  readonly place: number;
}

interface Running {
  readonly database: BankDatabase;
  readonly tables: readonly Living[];
}

const groups = (tables: readonly Living[]): readonly (readonly Living[])[] =>
  Array.from({ length: Math.ceil(tables.length / TOGETHER) }, (_, index) =>
    tables.slice(index * TOGETHER, (index + 1) * TOGETHER),
  );

/**
 * Rows for whatever the sources of an environment promise: every type with its hard values, keys that come back, and
 * changes of everything. What is not made, and why: `LEFT_OUT`.
 * @throws if the order asks for nothing, or for more changes than microseconds allow to tell apart
 */
export function madeBank(order: MadeOrder): Bank {
  const length = BigInt(Math.floor(order.hours * Number(HOUR)));
  const { seed, end } = order;
  const systems = order.environment.producers.flatMap(({ sources }) =>
    sources.map((source) => systemOf(order, source)),
  );
  const count = systems.reduce((sum, { tables }) => sum + tables.length, 0);
  const changes = Math.max(order.changes, count * ALWAYS.length);
  if (!(order.changes >= 1) || length < HOUR / 60n || BigInt(changes) * 20n > length) {
    throw new Error(
      `a made bank needs at least one change, a minute and 20 microseconds a change: ${changes}, ${order.hours} hours`,
    );
  }
  const begin = end - length;

  /** Opens the bank; what it returns is used up by going on with it. */
  function* open(): Generator<BankTransaction, readonly Running[]> {
    let place = 0;
    const running: Running[] = [];
    for (const { database, tables } of systems) {
      const living = tables.map((made): Living => {
        place += 1;
        return { keys: new Keys(made), place: place - 1 };
      });
      running.push({ database, tables: living });
      for (const { keys, place: at } of living) {
        const opened = filled(keys, count > EMPTY && at % EMPTY === EMPTY - 1);
        if (opened.length > 0) yield { database, committed: begin - MOVE_IN + BigInt(at), changes: opened };
      }
    }
    return running;
  }
  let opened: readonly Running[] | undefined;
  return {
    databases: systems.map(({ database }) => database),
    rules: [],
    begin,
    *opening() {
      opened = yield* open();
    },
    *changes() {
      const running = opened ?? spent(open());
      opened = undefined;
      yield* captured(running, { chance: new Chance(seed), begin, length: length - SECOND, changes, count });
    },
  };
}

/** Rows that are there when change capture begins: each value of each column once, and a key left for later. */
function filled(keys: Keys, isEmpty: boolean): readonly BankChange[] {
  const rows = isEmpty ? 0 : Math.min(keys.made.variety + 1, Math.max(1, keys.made.capacity - 1));
  return Array.from({ length: rows }, () => keys.insert()).flatMap((made) => (made === undefined ? [] : [made.change]));
}

interface CapturedTime {
  readonly chance: Chance;
  readonly begin: bigint;
  readonly length: bigint;
  readonly changes: number;
  readonly count: number;
}

function* captured(running: readonly Running[], { chance, begin, length, changes, count }: CapturedTime) {
  const progress = { made: 0, now: begin };
  const commit = (database: BankDatabase, all: readonly BankChange[]): readonly BankTransaction[] => {
    if (all.length === 0) return [];
    const due = begin + 1n + (length * BigInt(Math.min(progress.made, changes))) / BigInt(changes);
    if (due > progress.now && !chance.percent(SAME_MOMENT)) progress.now = due;
    progress.made += all.length;
    return [{ database, committed: progress.now, changes: all }];
  };
  // Where changes are few, what happens once to every table is left to chance.
  const steps = changes >= count * 2 * (ALWAYS.length + 2 * ONCE.length) ? [...ALWAYS, ...ONCE] : ALWAYS;
  for (const step of steps) {
    for (const { database, tables } of running) {
      for (const group of groups(tables)) {
        yield* commit(
          database,
          group.flatMap(({ keys }) => step(keys, chance)),
        );
      }
    }
  }
  const busy = running
    .map(({ database, tables }) => ({
      database,
      tables: tables.filter(({ place }) => count < QUIET || place % QUIET !== QUIET - 1),
    }))
    .filter(({ tables }) => tables.length > 0);
  const all = busy.flatMap(({ database, tables }) => tables.map((table) => ({ database, table, tables })));
  for (let idle = 0; progress.made < changes && idle < IDLE; idle += 1) {
    const before = progress.made;
    const { database, table, tables } = chance.pick(all);
    const others = chance.percent(SAME_MOMENT) ? [chance.pick(tables), chance.pick(tables)] : [];
    yield* commit(
      database,
      [table, ...others].flatMap(({ keys }) => usual(keys, chance)),
    );
    if (progress.made > before) idle = 0;
  }
}

/** Runs a generator to its end for what it returns. */
function spent<Value>(generator: Generator<unknown, Value>): Value {
  for (;;) {
    const { done, value } = generator.next();
    if (done) return value;
  }
}
