/** What turns out to have been wrong. */
import { book } from "../booking";
import type { Booking, Loan } from "../holdings";
import { isOverdue, setStatus, settle, writeInstalment } from "../repayment";
import { bookingRow } from "../rows-corebank";
import { paymentRow } from "../rows-lending";
import { COREBANK, TRANSACTION } from "../schema-corebank";
import { LENDING, PAYMENT } from "../schema-lending";
import type { World } from "../world";
import { EXAMPLES } from "./examples";

const reversed = ({ direction }: Booking): Booking["direction"] => (direction === "credit" ? "debit" : "credit");

/** Purposes whose bookings the loan system knows too. */
const MIRRORED: ReadonlySet<string | null> = new Set(["loan", "loan_payout"]);

/** A booking of late, of the deposit system's own. */
function anyBooking(world: World): Booking | undefined {
  const own = world.recent.filter(({ purpose }) => !MIRRORED.has(purpose));
  return own.length === 0 ? undefined : world.chance.pick(own);
}

/** A wrong amount: booked back, then booked anew, in one commit. */
export function correct(world: World): void {
  const wrong = anyBooking(world);
  if (wrong === undefined) return;
  const { account, operation, purpose } = wrong;
  const work = world.begin(COREBANK);
  book(world, work, account, { direction: reversed(wrong), operation: "reversal", amount: wrong.amount, purpose });
  const amount = Math.max(0, wrong.amount + world.chance.between(-100, 100));
  book(world, work, account, { direction: wrong.direction, operation, amount, purpose });
}

/** The purpose is found out later, sometimes twice in the same commit; the last one counts. */
export function enrich(world: World): void {
  const booking = anyBooking(world);
  if (booking === undefined) return;
  const work = world.begin(COREBANK);
  const guesses = world.chance.percent(50) ? ["insurance", "leasing"] : ["household"];
  for (const purpose of guesses) work.update(TRANSACTION, bookingRow({ ...booking, purpose }));
  const last = { ...booking, purpose: guesses.at(-1) ?? null };
  world.recent[world.recent.indexOf(booking)] = last;
}

const isReturnable = ({ id, status, lastPayment }: Loan): boolean =>
  id > EXAMPLES && status !== "defaulted" && typeof lastPayment?.payerIban === "string";

/**
 * A direct debit is returned: the payment is withdrawn and the account gets its money back. Mostly it is collected
 * again at once under its old number, in the same commit of the loan system or in the next.
 */
export function returnDebit(world: World): void {
  const loan = world.anyLoan(isReturnable);
  const payment = loan?.lastPayment;
  if (loan === undefined || payment === undefined || payment.number === null) return;
  const { number, amount } = payment;
  let work = world.begin(LENDING);
  work.remove(PAYMENT, paymentRow(payment));
  loan.paid = number - 1;
  loan.lastPayment = undefined;
  writeInstalment(work, loan, number);
  setStatus(work, loan, "in_arrears");
  const refund = { direction: "credit", operation: "reversal", amount, purpose: "loan" } as const;
  book(world, world.begin(COREBANK), loan.account, refund);
  if (world.chance.percent(20)) return;
  if (world.chance.percent(50)) work = world.begin(LENDING);
  settle(work, { ...payment, number, receivedAt: work.at });
  if (loan.paid < loan.months && !isOverdue(loan, world.today())) setStatus(work, loan, "running");
  book(world, world.begin(COREBANK), loan.account, { ...refund, direction: "debit", operation: "direct_debit" });
}
