/** Cards, standing orders and what the systems note for themselves. */
import { mysqlMoment, postgresqlMoment } from "../calendar";
import { cardNumber } from "../numbers";
import { cardRow, orderRow } from "../rows-corebank";
import { AUDIT_NOTE, CARD, COREBANK, STANDING_ORDER } from "../schema-corebank";
import { APP_LOG, LENDING } from "../schema-lending";
import type { World } from "../world";

/** Blocked and mostly released again in the same commit. */
export function block(world: World): void {
  const card = world.chance.pick(world.cards);
  const work = world.begin(COREBANK);
  for (const isBlocked of world.chance.percent(70) ? [true, false] : [true]) {
    card.isBlocked = isBlocked;
    work.update(CARD, cardRow(card));
  }
}

/** Lost: the card goes and comes back under its number with a new one printed on it. */
export function replace(world: World): void {
  const index = world.chance.between(0, world.cards.length - 1);
  const lost = world.cards[index];
  if (lost === undefined) return;
  let work = world.begin(COREBANK);
  work.remove(CARD, cardRow(lost));
  if (world.chance.percent(50)) work = world.begin(COREBANK);
  const number = cardNumber(500_000_000 + world.chance.between(0, 9_999_999));
  const card = { ...lost, number, issuedAt: work.at, isBlocked: false };
  work.insert(CARD, cardRow(card));
  world.cards[index] = card;
}

/** Changed by the screen that deletes and inserts, in two commits, or by the one that updates, twice. */
export function reorder(world: World): void {
  const order = world.chance.pick(world.orders);
  const first = world.begin(COREBANK);
  if (world.chance.percent(50)) {
    first.remove(STANDING_ORDER, orderRow(order));
    order.amount = world.chance.between(1, 90_000);
    world.begin(COREBANK).insert(STANDING_ORDER, orderRow(order));
    return;
  }
  for (const amount of [world.chance.between(1, 90_000), world.chance.between(1, 90_000)]) {
    order.amount = amount;
    first.update(STANDING_ORDER, orderRow(order));
  }
}

/** Ended for good; some are always left. */
export function endOrder(world: World): void {
  if (world.orders.length <= 8) return;
  const index = world.chance.between(8, world.orders.length - 1);
  const [ended] = world.orders.splice(index, 1, ...world.orders.splice(-1));
  if (ended !== undefined) world.begin(COREBANK).remove(STANDING_ORDER, orderRow(ended));
}

/** What nobody outside a system asks for. */
export function note(world: World): void {
  const lending = world.begin(LENDING);
  for (const [level, message] of [
    ["info", null],
    ["warning", "batch took 61 s"],
  ] as const) {
    lending.insert(APP_LOG, [String(world.next("log")), mysqlMoment(lending.at), level, message]);
  }
  const core = world.begin(COREBANK);
  const { id } = world.chance.pick(world.clients);
  const row = [String(world.next("note")), String(id), postgresqlMoment(core.at), "asked for a copy\tof „all“"];
  core.insert(AUDIT_NOTE, row);
  if (world.chance.percent(20)) core.remove(AUDIT_NOTE, row);
}
