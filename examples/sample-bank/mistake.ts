/**
 * What is entered by mistake when the captured time begins and struck out at its end. Other events delete only what they
 * have just entered; here a row of nearly every table goes that was there for long, so that a merge must delete it.
 */

import type { BankDatabase, BankRow, BankTable, BankTransaction } from "../../local/source-systems/types";
import { addMonths, date } from "./calendar";
import type { Account, Booking, Card, Client, Collateral, Disposition, Loan, Payment, StandingOrder } from "./holdings";
import { cardNumber, iban, nationalId } from "./numbers";
import { accountRow, bookingRow, cardRow, clientRow, dispositionRow, orderRow } from "./rows-corebank";
import { borrowerRow, collateralRow, instalmentRow, loanRow, paymentRow } from "./rows-lending";
import { schedule } from "./schedule";
import { ACCOUNT, CARD, CLIENT, COREBANK, DISPOSITION, STANDING_ORDER, TRANSACTION } from "./schema-corebank";
import { BORROWER, COLLATERAL, INSTALMENT, LENDING, LOAN, PAYMENT } from "./schema-lending";
import { Work } from "./work";
import type { World } from "./world";

/** Of all that is entered; no bank of ten million changes counts that far. */
const ID = 900_000_000;
const AMOUNT = 10_000;
const MONTHS = 6;

type Rows = readonly (readonly [table: BankTable, row: BankRow])[];

/** Nothing of it is drawn or numbered: the rest of the bank is what it would be without. */
export class Mistake {
  readonly #rows: readonly (readonly [BankDatabase, Rows])[];

  constructor(world: World, at: number) {
    const birth = addMonths(world.closing, -480);
    const client: Client = {
      id: ID,
      nationalId: nationalId(date(birth), "F", ID),
      birth,
      gender: "F",
      name: "Erika Mustermann",
      district: 1,
      updatedAt: at,
    };
    this.#rows = [
      [COREBANK, deposits(client, world, at)],
      [LENDING, loans(client, world, at)],
    ];
  }

  /** One commit in each system. */
  entered(at: number): readonly BankTransaction[] {
    return this.#committed(at, (work, rows) => {
      for (const [table, row] of rows) work.insert(table, row);
    });
  }

  /** What refers to a row goes before it. */
  struckOut(at: number): readonly BankTransaction[] {
    return this.#committed(at, (work, rows) => {
      for (const [table, row] of rows.toReversed()) work.remove(table, row);
    });
  }

  #committed(at: number, write: (work: Work, rows: Rows) => void): readonly BankTransaction[] {
    return this.#rows.map(([database, rows]) => {
      const work = new Work(database, at);
      write(work, rows);
      return work.transaction();
    });
  }
}

function deposits(client: Client, world: World, at: number): Rows {
  const account = accountOf(client, world, at);
  const disposition: Disposition = { id: ID, client, account, kind: "owner" };
  const card: Card = { id: ID, disposition, number: cardNumber(ID), kind: "classic", issuedAt: at, isBlocked: false };
  const order: StandingOrder = { id: ID, account, payeeBank: null, payeeIban: iban(ID), purpose: null, amount: AMOUNT };
  const both = { account, bookedAt: at, amount: AMOUNT, partnerBank: null, partnerIban: null } as const;
  const lent = {
    id: ID,
    direction: "credit",
    operation: "transfer",
    balanceAfter: AMOUNT,
    purpose: "loan_payout",
  } as const;
  const spent = { id: ID + 1, direction: "debit", operation: "cash", balanceAfter: 0, purpose: null } as const;
  const bookings: readonly Booking[] = [lent, spent].map((booking) => ({ ...both, ...booking }));
  return [
    [CLIENT, clientRow(client)],
    [ACCOUNT, accountRow(account)],
    [DISPOSITION, dispositionRow(disposition)],
    [CARD, cardRow(card)],
    [STANDING_ORDER, orderRow(order)],
    ...bookings.map((booking) => [TRANSACTION, bookingRow(booking)] as const),
  ];
}

function loans(client: Client, world: World, at: number): Rows {
  const loan: Loan = {
    id: ID,
    borrower: { client, since: world.today(), employment: "none", income: null, score: null, updatedAt: at },
    account: accountOf(client, world, at),
    grantedOn: world.today(),
    firstDue: addMonths(world.closing, 1),
    amount: AMOUNT,
    months: MONTHS,
    rate: 0,
    status: "running",
    paid: 0,
    putOffFrom: undefined,
    lastPayment: undefined,
    updatedAt: at,
  };
  const pledge: Collateral = { id: ID, loan, kind: "guarantee", address: null, value: null, appraisedOn: null };
  const fee: Payment = {
    id: ID,
    loan,
    number: null,
    receivedAt: at,
    amount: AMOUNT,
    payerIban: null,
    channel: "branch",
  };
  return [
    [BORROWER, borrowerRow(loan.borrower)],
    [LOAN, loanRow(loan)],
    ...schedule(loan.amount, loan.rate, loan.months).map(
      (part, index) => [INSTALMENT, instalmentRow(loan, index + 1, part)] as const,
    ),
    [COLLATERAL, collateralRow(pledge)],
    [PAYMENT, paymentRow(fee)],
  ];
}

const accountOf = (owner: Client, world: World, at: number): Account => ({
  id: ID,
  owner,
  iban: iban(ID),
  district: owner.district,
  openedOn: world.today(),
  currency: "EUR",
  statements: "monthly",
  balance: 0,
  overdraft: null,
  updatedAt: at,
});
