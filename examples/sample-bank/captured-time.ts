import type { BankTransaction } from "../../local/source-systems/types";
import { SECOND } from "./calendar";
import { ALL_EVENTS, anyEvent } from "./events";
import { large } from "./events/movements";
import { Mistake } from "./mistake";
import { closeMonth, closingChanges } from "./month-end";
import type { World } from "./world";

/** Changes of a large movement, at least. */
const LARGE = 2;

/** Closing a month takes a hundredth of the captured time. */
const CLOSING_SHARE = 0.01;

/** Something after something, until so many changes are made; the first time round, one of each kind. */
function* ordinary(world: World, changes: number, isFirst: boolean): Generator<BankTransaction> {
  let made = 0;
  const first = isFirst ? ALL_EVENTS.values() : [].values();
  for (let event = first.next().value; made < changes || event !== undefined; event = first.next().value) {
    world.clock.nextEvent();
    (event ?? anyEvent(world))(world);
    const transactions = world.drain();
    made += transactions.reduce((sum, transaction) => sum + transaction.changes.length, 0);
    yield* transactions;
  }
}

/** The captured time: moments in microseconds, and how many changes it shall have. */
export interface CapturedTime {
  readonly begin: number;
  readonly closing: number;
  readonly end: number;
  readonly changes: number;
}

/**
 * Commits of the captured time: ordinary business, the month's end, ordinary business, and a large movement at last. What
 * is entered by mistake at first and struck out near the end is not counted.
 */
export function* captured(world: World, { begin, closing, end, changes }: CapturedTime): Generator<BankTransaction> {
  const start = world.clock.total;
  const peak = closingChanges(world);
  const usual = Math.max(0, changes - peak);
  const before = Math.floor((usual * (closing - begin)) / (end - begin));
  world.clock.reach(begin);
  const mistake = new Mistake(world, world.clock.now);
  yield* mistake.entered(world.clock.now);
  world.clock.stretch(closing, before);
  yield* ordinary(world, before, true);
  world.clock.reach(closing);
  world.clock.stretch(closing + Math.floor((end - begin) * CLOSING_SHARE), peak);
  yield* closeMonth(world);
  const last = end - SECOND;
  const rest = changes - (world.clock.total - start) - LARGE;
  world.clock.stretch(last, rest);
  yield* ordinary(world, rest, false);
  world.clock.reach(last);
  yield* mistake.struckOut(world.clock.now);
  large(world);
  yield* world.drain();
}
