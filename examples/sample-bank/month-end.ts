import type { BankTransaction } from "../../local/source-systems/types";
import { book } from "./booking";
import type { Account, Loan } from "./holdings";
import { isOverdue, repay } from "./repayment";
import { dueOn } from "./rows-lending";
import { COREBANK } from "./schema-corebank";
import type { World } from "./world";

/** Accounts whose interest is booked in one commit. */
const BATCH = 20;

/** Days that an instalment may have waited for the month to be closed: months differ in length. */
const GRACE = 5;

const isDue = (loan: Loan, day: number): boolean =>
  loan.status === "running" && loan.paid < loan.months && dueOn(loan, loan.paid + 1) <= day;

/** Changes that closing the month will make, roughly. */
export const closingChanges = ({ accounts, orders, loans, closing }: World): number =>
  2 * accounts.length + 2 * orders.length + 4 * loans.filter((loan) => isDue(loan, closing)).length;

/** Interest of a twelfth of one per cent, charged to who owes and paid to who has; often nothing. */
function* bookInterest(world: World): Generator<void> {
  for (let from = 0; from < world.accounts.length; from += BATCH) {
    const work = world.begin(COREBANK);
    for (const account of world.accounts.slice(from, from + BATCH)) {
      const direction = account.balance < 0 ? "debit" : "credit";
      // No more than 100 000 a month, which no account of this bank exceeds.
      const amount = Math.min(10_000_000, Math.floor(Math.abs(account.balance) / 1200));
      book(world, work, account, { direction, operation: "interest", amount, purpose: "interest" });
    }
    yield;
  }
}

function* payStandingOrders(world: World): Generator<void> {
  for (const { account, amount, purpose, payeeBank, payeeIban } of world.orders) {
    const partner = { bank: payeeBank, iban: payeeIban };
    // What the loan system does not know is no repayment of a loan of this bank.
    const order = { direction: "debit", operation: "standing_order", amount, partner } as const;
    book(world, world.begin(COREBANK), account, { ...order, purpose: purpose === "loan" ? "household" : purpose });
    yield;
  }
}

const canPay = ({ balance, overdraft }: Account): boolean => balance + (overdraft ?? 0) > 0;

/** Collects what is due; who was behind already, or has no money, pays nothing. */
function* collectInstalments(world: World): Generator<void> {
  const due = world.loans.filter((loan) => isDue(loan, world.closing) && !isOverdue(loan, world.closing - GRACE));
  for (const loan of due) {
    if (canPay(loan.account)) repay(world, loan, "direct_debit");
    yield;
  }
}

/** The month is closed: interest, standing orders, instalments, many commits a second. */
export function* closeMonth(world: World): Generator<BankTransaction> {
  for (const step of [bookInterest, payStandingOrders, collectInstalments]) {
    for (const _ of step(world)) {
      yield* world.drain();
      world.clock.nextEvent();
    }
  }
  yield* world.drain();
}
