import { addMonths } from "./calendar";
import type { Account, Loan, LoanStatus } from "./holdings";
import { borrowerOf, newCollateral, newLoan } from "./lending";
import { during, type Past } from "./opening-account";
import { dueOn, paymentRow } from "./rows-lending";
import { schedule } from "./schedule";
import { LENDING, PAYMENT } from "./schema-lending";
import type { Work } from "./work";
import type { World } from "./world";

/** How loans stand when change capture begins: the first loans one of each, so that every bank has them all. */
const STANDS: readonly { readonly status: LoanStatus; readonly overdue: number }[] = [
  { status: "running", overdue: 0 },
  { status: "running", overdue: 2 },
  { status: "in_arrears", overdue: 3 },
  { status: "paid", overdue: 0 },
  { status: "defaulted", overdue: 5 },
  { status: "running", overdue: 0 },
  { status: "running", overdue: 0 },
  { status: "running", overdue: 0 },
];
const DURATIONS = [12, 18, 24, 36];
const CHANNELS = ["direct_debit", "standing_order", "branch"];

/** Pays what has been paid so far; cash over the counter comes from no account. */
function pay(world: World, work: Work, loan: Loan): readonly Past[] {
  const parts = schedule(loan.amount, loan.rate, loan.months).slice(0, loan.paid);
  return parts.flatMap(({ principal, interest }, index): readonly Past[] => {
    const channel = world.chance.variety(index, CHANNELS);
    const isCash = channel === "branch";
    const receivedAt = during(world, dueOn(loan, index + 1));
    const amount = principal + interest;
    const payerIban = isCash ? null : loan.account.iban;
    const payment = { id: world.next("payment"), loan, number: index + 1, receivedAt, amount, payerIban, channel };
    work.insert(PAYMENT, paymentRow(payment));
    loan.lastPayment = payment;
    if (isCash) return [];
    return [{ direction: "debit", operation: channel, amount, purpose: "loan", bookedAt: receivedAt }];
  });
}

/** Writes a loan of the past into the loan system; answers what it moved on the account. */
export function openLoan(world: World, account: Account): readonly Past[] {
  const { status, overdue } = world.chance.variety(world.loans.length, STANDS);
  const months = world.chance.pick(DURATIONS);
  const due = status === "paid" ? months : overdue + world.chance.between(1, months - overdue - 2);
  const firstDue = addMonths(world.closing, -due);
  const grantedOn = addMonths(firstDue, -1);
  const work = world.begin(LENDING);
  const borrower = borrowerOf(world, work, account.owner, grantedOn);
  const terms = { grantedOn, firstDue, months, status, paid: due - overdue };
  const loan = newLoan(world, work, borrower, account, terms);
  const paidBack = pay(world, work, loan);
  if (loan.id <= 5 || world.chance.percent(40)) newCollateral(world, work, loan);
  const paidOut = during(world, grantedOn);
  const partner = world.chance.pick(world.partners);
  const { amount } = loan;
  return [
    { direction: "credit", operation: "transfer", amount, purpose: "loan_payout", bookedAt: paidOut },
    { direction: "debit", operation: "transfer", amount, purpose: "household", partner, bookedAt: paidOut + 1000 },
    ...paidBack,
  ];
}
