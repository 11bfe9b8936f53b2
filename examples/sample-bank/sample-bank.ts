import type { Bank, BankTransaction } from "../../local/source-systems/types";
import { DAY, dayOf, HOUR, nextMonth, SECOND } from "./calendar";
import { captured } from "./captured-time";
import { opening } from "./opening";
import { MONEY_RULES } from "./rules-money";
import { REFERENCE_RULES } from "./rules-references";
import { COREBANK } from "./schema-corebank";
import { LENDING } from "./schema-lending";
import { World } from "./world";

/** What decides a bank: the same order gives the same bank, byte for byte. */
export interface BankOrder {
  readonly seed: number;
  /**
   * Row changes in the captured time, over both systems, from a few hundred to ten million. Some more may come, so that
   * the last event is whole; a bank has at least one event of each kind and a month's end, about 350 changes.
   */
  readonly changes: number;
  /** Moment before which the last commit comes, in microseconds since 1970, UTC. */
  readonly end: bigint;
  /** Length of the captured time. */
  readonly hours: number;
}

/** Clients at least, so that every kind of loan is there. */
const FEWEST_CLIENTS = 32;
const CHANGES_A_CLIENT = 50;

/** The opening is committed in the week before. */
const MOVE_IN = 7 * DAY;

/**
 * When the month is closed: at its turn if that lies well inside the captured time, else after three fifths of it, so
 * that a bank of any hours has its peak.
 */
function closingTime(begin: number, length: number): number {
  const turn = nextMonth(begin);
  return turn > begin + length * 0.1 && turn < begin + length * 0.9 ? turn : begin + Math.floor(length * 0.6);
}

/**
 * A bank of made-up people, whose two systems agree with each other.
 * @throws if the order asks for nothing, or for more changes than microseconds allow to tell apart
 */
export function sampleBank({ seed, changes, end, hours }: BankOrder): Bank {
  const length = Math.floor(hours * HOUR);
  if (!(changes >= 1) || !(length >= HOUR / 60) || changes * 20 > length) {
    throw new Error(
      `a sample bank needs at least one change, a minute and 20 microseconds a change: ${changes}, ${hours} hours`,
    );
  }
  const begin = Number(end) - length;
  const closing = closingTime(begin, length);
  const clients = Math.max(FEWEST_CLIENTS, Math.floor(changes / CHANGES_A_CLIENT));
  let opened: World | undefined;

  function* open(): Generator<BankTransaction, World> {
    const world = new World(seed, begin - MOVE_IN, dayOf(closing));
    world.clock.stretch(begin - SECOND, clients * 40);
    yield* opening(world, clients);
    return world;
  }
  return {
    databases: [LENDING, COREBANK],
    rules: [...REFERENCE_RULES, ...MONEY_RULES],
    begin: BigInt(begin),
    *opening() {
      opened = yield* open();
    },
    *changes() {
      // A world is used up by going on with it: what the opening left is taken once, else it is made again.
      const world = opened ?? spent(open());
      opened = undefined;
      yield* captured(world, { begin, closing, end: Number(end), changes });
    },
  };
}

/** Runs a generator to its end for what it returns. */
function spent<Value>(generator: Generator<unknown, Value>): Value {
  for (;;) {
    const { done, value } = generator.next();
    if (done) return value;
  }
}
