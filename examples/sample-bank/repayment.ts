import { book } from "./booking";
import type { Loan, LoanStatus, Payment } from "./holdings";
import { dueOn, instalmentRow, loanRow, paymentRow } from "./rows-lending";
import { schedule } from "./schedule";
import { COREBANK } from "./schema-corebank";
import { INSTALMENT, LENDING, LOAN, PAYMENT } from "./schema-lending";
import type { Work } from "./work";
import type { World } from "./world";

/** Whether an instalment of the loan was due before a day and is not paid. */
export const isOverdue = (loan: Loan, day: number): boolean =>
  loan.paid < loan.months && dueOn(loan, loan.paid + 1) < day;

/** Writes the loan's new status. */
export function setStatus(work: Work, loan: Loan, status: LoanStatus): void {
  loan.status = status;
  loan.updatedAt = work.at;
  work.update(LOAN, loanRow(loan));
}

/** Writes the row of an instalment as it stands now. */
export function writeInstalment(work: Work, loan: Loan, number: number): void {
  const part = schedule(loan.amount, loan.rate, loan.months)[number - 1];
  if (part !== undefined) work.update(INSTALMENT, instalmentRow(loan, number, part));
}

/** Records a payment that settles an instalment. */
export function settle(work: Work, payment: Payment & { readonly number: number }): void {
  const { loan, number } = payment;
  work.insert(PAYMENT, paymentRow(payment));
  loan.paid = number;
  loan.lastPayment = payment;
  writeInstalment(work, loan, number);
  if (loan.paid === loan.months) setStatus(work, loan, "paid");
}

/** Pays the next instalment from the account: a commit of the loan system, then one of the deposit system. */
export function repay(world: World, loan: Loan, channel: string): void {
  const part = schedule(loan.amount, loan.rate, loan.months)[loan.paid];
  if (part === undefined) return;
  const work = world.begin(LENDING);
  const amount = part.principal + part.interest;
  const isCash = channel === "branch";
  const payerIban = isCash ? null : loan.account.iban;
  const id = world.next("payment");
  settle(work, { id, loan, number: loan.paid + 1, receivedAt: work.at, amount, payerIban, channel });
  if (loan.status === "in_arrears" && !isOverdue(loan, world.today())) setStatus(work, loan, "running");
  if (isCash) return;
  book(world, world.begin(COREBANK), loan.account, { direction: "debit", operation: channel, amount, purpose: "loan" });
}
