import type { Account, Booking } from "./holdings";
import { accountRow, bookingRow } from "./rows-corebank";
import { ACCOUNT, TRANSACTION } from "./schema-corebank";
import type { Work } from "./work";
import type { Partner, World } from "./world";

/** What is to be booked; the amount in cents, never negative. */
export interface Order {
  readonly direction: "credit" | "debit";
  readonly operation: string;
  readonly amount: number;
  readonly purpose?: string | null;
  readonly partner?: Partner | undefined;
  /** Moment that the booking counts from, when that is not the commit. */
  readonly bookedAt?: number;
}

/** Books an amount without writing the account's row, which the caller does. */
export function enter(world: World, work: Work, account: Account, order: Order): Booking {
  account.balance += order.direction === "credit" ? order.amount : -order.amount;
  account.updatedAt = work.at;
  const booking: Booking = {
    id: world.next("booking"),
    account,
    bookedAt: order.bookedAt ?? work.at,
    direction: order.direction,
    operation: order.operation,
    amount: order.amount,
    balanceAfter: account.balance,
    purpose: order.purpose ?? null,
    partnerBank: order.partner?.bank ?? null,
    partnerIban: order.partner?.iban ?? null,
  };
  work.insert(TRANSACTION, bookingRow(booking));
  return booking;
}

/** Books an amount and writes the account's new balance: two changes of one commit. */
export function book(world: World, work: Work, account: Account, order: Order): Booking {
  const booking = enter(world, work, account, order);
  work.update(ACCOUNT, accountRow(account));
  world.remember(booking);
  return booking;
}
