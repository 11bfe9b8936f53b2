/** What the loan system holds, as its tables' rows: values as MySQL prints them, in the order of schema-lending.ts. */

import type { BankRow } from "../../local/source-systems/types";
import { addMonths, date, mysqlMoment } from "./calendar";
import type { Borrower, Collateral, Loan, Payment } from "./holdings";
import { money, rate } from "./money";
import type { Part } from "./schedule";

export const borrowerRow = (borrower: Borrower): BankRow => [
  String(borrower.client.id),
  borrower.client.nationalId,
  borrower.employment,
  borrower.income === null ? null : money(borrower.income),
  borrower.score === null ? null : String(borrower.score),
  date(borrower.since),
  mysqlMoment(borrower.updatedAt),
];

export const loanRow = (loan: Loan): BankRow => [
  String(loan.id),
  String(loan.borrower.client.id),
  String(loan.account.id),
  date(loan.grantedOn),
  money(loan.amount),
  loan.account.currency,
  String(loan.months),
  rate(loan.rate),
  loan.status,
  mysqlMoment(loan.updatedAt),
];

/** Day on which an instalment is due. */
export const dueOn = (loan: Loan, number: number): number =>
  addMonths(loan.firstDue, number - (number >= (loan.putOffFrom ?? Number.POSITIVE_INFINITY) ? 0 : 1));

/** An instalment as it stands now. */
export const instalmentRow = (loan: Loan, number: number, { principal, interest }: Part): BankRow => [
  String(loan.id),
  String(number),
  date(dueOn(loan, number)),
  money(principal),
  money(interest),
  number <= loan.paid ? "1" : "0",
];

export const collateralRow = (collateral: Collateral): BankRow => [
  String(collateral.id),
  String(collateral.loan.id),
  collateral.kind,
  collateral.value === null ? null : money(collateral.value),
  collateral.appraisedOn === null ? null : date(collateral.appraisedOn),
  collateral.address,
];

export const paymentRow = (payment: Payment): BankRow => [
  String(payment.id),
  String(payment.loan.id),
  payment.number === null ? null : String(payment.number),
  mysqlMoment(payment.receivedAt),
  money(payment.amount),
  payment.payerIban,
  payment.channel,
];
