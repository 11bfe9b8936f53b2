import { enter, type Order } from "./booking";
import { DAY, HOUR } from "./calendar";
import type { Account } from "./holdings";
import { accountRow } from "./rows-corebank";
import { ACCOUNT } from "./schema-corebank";
import type { Work } from "./work";
import type { World } from "./world";

/** A booking of the past. */
export type Past = Order & { readonly bookedAt: number };

/** The largest amount that a booking can have, in cents. */
const LARGEST = 999_999_999_999;

/** Accounts with something special in every bank: one that owes, one with the largest bookings. */
const OWING = 3;
const EXTREME = 2;

/** Moment in the office hours of a day. */
export const during = (world: World, day: number): number => day * DAY + world.chance.between(8 * HOUR, 17 * HOUR);

/** What happens on any account: money paid in when it was opened, enough for all that was paid since or nearly so. */
function everyday(world: World, account: Account, past: readonly Past[]): readonly Past[] {
  const { chance } = world;
  const opened = during(world, account.openedOn);
  const spent = past.reduce((sum, { direction, amount }) => sum + (direction === "debit" ? amount : -amount), 0);
  const spare = chance.percent(10) ? -chance.between(0, 50_000) : chance.between(1, 2_000_000);
  const partner = chance.pick(world.partners);
  const deposit = { direction: "credit", operation: "cash", amount: Math.max(1, spent + spare) } as const;
  const spending = account.id === OWING ? 3_000_000 : chance.between(1, 9_999);
  const card = { direction: "debit", operation: "card", amount: spending, purpose: "" } as const;
  const salary = { direction: "credit", operation: "transfer", amount: 210_000, purpose: "salary", partner } as const;
  const extreme = { operation: "transfer", amount: LARGEST, purpose: "treasury", partner } as const;
  return [
    { ...deposit, bookedAt: opened },
    { ...card, bookedAt: opened + DAY },
    { ...salary, bookedAt: opened + 2 * DAY },
    ...(account.id === EXTREME
      ? ([
          { ...extreme, direction: "credit", bookedAt: opened + 3 * DAY },
          { ...extreme, direction: "debit", bookedAt: opened + 3 * DAY + 1_000_000 },
        ] as const)
      : []),
    ...past,
  ];
}

/** Writes an account with its past, oldest booking first. */
export function openWithPast(world: World, work: Work, account: Account, past: readonly Past[]): void {
  const history = [...everyday(world, account, past)].toSorted((one, other) => one.bookedAt - other.bookedAt);
  const after = history.reduce((sum, { direction, amount }) => sum + (direction === "credit" ? amount : -amount), 0);
  work.insert(ACCOUNT, accountRow({ ...account, balance: after, updatedAt: work.at }));
  for (const order of history) enter(world, work, account, order);
  world.accounts.push(account);
}
