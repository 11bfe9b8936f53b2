/** Loans: granted, repaid, put off, given up. */

import { book } from "../booking";
import { addMonths } from "../calendar";
import type { Account, Loan } from "../holdings";
import { borrowerOf, newCollateral, newLoan } from "../lending";
import { isOverdue, repay, setStatus } from "../repayment";
import { borrowerRow, collateralRow, instalmentRow, paymentRow } from "../rows-lending";
import { schedule } from "../schedule";
import { COREBANK } from "../schema-corebank";
import { BORROWER, COLLATERAL, INSTALMENT, LENDING, PAYMENT } from "../schema-lending";
import type { World } from "../world";
import { EXAMPLES } from "./examples";

/** An account, rather of a client who has had no loan yet. */
function newcomersAccount(world: World): Account {
  let account = world.anyAccount();
  for (let attempt = 0; attempt < 8 && world.borrowers.has(account.owner.id); attempt += 1)
    account = world.anyAccount();
  return account;
}

/** Granted in the loan system, then paid out to the account. */
export function grant(world: World): void {
  const account = newcomersAccount(world);
  const work = world.begin(LENDING);
  const today = world.today();
  const borrower = borrowerOf(world, work, account.owner, today);
  const firstDue = addMonths(world.closing, 1);
  const months = world.chance.pick([6, 12, 24]);
  const loan = newLoan(world, work, borrower, account, {
    grantedOn: today,
    firstDue,
    months,
    paid: 0,
    status: "running",
  });
  if (world.chance.percent(60)) newCollateral(world, work, loan);
  const order = { direction: "credit", operation: "transfer", amount: loan.amount, purpose: "loan_payout" } as const;
  book(world, world.begin(COREBANK), account, order);
}

/** An instalment is paid before it is due. */
export function payEarly(world: World): void {
  const isOpen = (loan: Loan): boolean => loan.status === "running" && !isOverdue(loan, world.today());
  const loan = world.anyLoan(isOpen);
  if (loan !== undefined) repay(world, loan, world.chance.pick(["standing_order", "branch", "direct_debit"]));
}

/** What was overdue is paid at last. */
export function catchUp(world: World): void {
  const loan = world.anyLoan(({ id, status }) => id > EXAMPLES && status === "in_arrears");
  if (loan !== undefined) repay(world, loan, "branch");
}

const mayBePutOff = ({ id, status, paid, months, putOffFrom }: Loan): boolean =>
  id > EXAMPLES && status !== "defaulted" && paid < months && putOffFrom === undefined;

/** All that is unpaid is put off by a month: the screen deletes the instalments and inserts them anew. */
export function putOff(world: World): void {
  const loan = world.anyLoan(mayBePutOff);
  if (loan === undefined) return;
  const parts = schedule(loan.amount, loan.rate, loan.months).map((part, index) => ({ part, number: index + 1 }));
  const unpaid = parts.slice(loan.paid);
  const work = world.begin(LENDING);
  for (const { number, part } of unpaid) work.remove(INSTALMENT, instalmentRow(loan, number, part));
  loan.putOffFrom = loan.paid + 1;
  for (const { number, part } of unpaid) work.insert(INSTALMENT, instalmentRow(loan, number, part));
  const trial = instalmentRow(loan, loan.months + 1, { principal: 0, interest: 0 });
  work.insert(INSTALMENT, trial);
  work.remove(INSTALMENT, trial);
  setStatus(work, loan, "in_arrears");
  setStatus(work, loan, isOverdue(loan, world.today()) ? "in_arrears" : "running");
}

/** A reminder goes out by mistake and is taken back in the same commit; or the loan is given up. */
export function remind(world: World): void {
  const loan = world.anyLoan(({ id, status }) => id > EXAMPLES && (status === "running" || status === "in_arrears"));
  if (loan === undefined) return;
  const work = world.begin(LENDING);
  if (loan.status === "in_arrears" && world.chance.percent(20)) return setStatus(work, loan, "defaulted");
  const before = loan.status;
  setStatus(work, loan, "in_arrears");
  setStatus(work, loan, before);
}

/** The bureau sends a score, then corrects it within the second; income is proven or no longer. */
export function review(world: World): void {
  const borrower = world.chance.pick(world.loans).borrower;
  for (let time = 0; time < 2; time += 1) {
    const work = world.begin(LENDING);
    borrower.score = world.chance.percent(10) ? null : world.chance.between(0, 1000);
    borrower.income = world.chance.percent(10) ? null : world.chance.between(0, 1_500_000);
    borrower.employment = world.chance.pick(["employed", "self-employed", "retired", "none"]);
    borrower.updatedAt = work.at;
    work.update(BORROWER, borrowerRow(borrower));
  }
}

/** A pledge is appraised anew; another is entered and struck out before the commit, and often one is added for good. */
export function appraise(world: World): void {
  const work = world.begin(LENDING);
  const { collaterals, chance } = world;
  const collateral = chance.pick(collaterals);
  collateral.value = chance.between(1_000_00, 400_000_00);
  collateral.appraisedOn = world.today();
  work.update(COLLATERAL, collateralRow(collateral));
  const struckOut = newCollateral(world, work, collateral.loan);
  collaterals.pop();
  work.remove(COLLATERAL, collateralRow(struckOut));
  if (chance.percent(50)) newCollateral(world, work, collateral.loan);
}

/** A fee, paid over the counter: it settles no instalment. */
export function fee(world: World): void {
  const work = world.begin(LENDING);
  const amount = world.chance.between(5_00, 40_00);
  const payment = {
    id: world.next("payment"),
    loan: world.chance.pick(world.loans),
    number: null,
    receivedAt: work.at,
  };
  work.insert(PAYMENT, paymentRow({ ...payment, amount, payerIban: null, channel: "branch" }));
}
