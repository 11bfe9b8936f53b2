import type { Account, Borrower, Client, Collateral, Loan, LoanStatus } from "./holdings";
import { STREETS } from "./names";
import { borrowerRow, collateralRow, instalmentRow, loanRow } from "./rows-lending";
import { schedule } from "./schedule";
import { BORROWER, COLLATERAL, INSTALMENT, LOAN } from "./schema-lending";
import type { Work } from "./work";
import type { World } from "./world";

const EMPLOYMENT = ["employed", "self-employed", "retired", "none"];
const KINDS = ["real_estate", "vehicle", "securities", "guarantee"];
/** Least and largest first, then usual ones: rates in ten-thousandths, incomes in cents. */
const RATES = [450, 0, 1, 2500, 375, 799, 1299];
const INCOMES = [null, 0, 1, 999_999_999_999];
const SCORES = [null, 0, 1000];
/** The largest that the column holds, in cents. */
const PRICELESS = 99_999_999_999_999;

/** Amounts in cents, from small to large. */
const AMOUNTS = [2_500_000, 480_000, 12_345_67, 100_000, 7_500_050, 30_000_000, 99_999];

/** The client as a borrower: as known already, or newly, with the row written. */
export function borrowerOf(world: World, work: Work, client: Client, since: number): Borrower {
  const known = world.borrowers.get(client.id);
  if (known !== undefined) return known;
  const index = world.borrowers.size;
  const borrower: Borrower = {
    client,
    since,
    employment: world.chance.variety(index, EMPLOYMENT),
    income: INCOMES[index] === undefined ? world.chance.between(90_000, 900_000) : INCOMES[index],
    score: SCORES[index] === undefined ? world.chance.between(300, 990) : SCORES[index],
    updatedAt: work.at,
  };
  world.borrowers.set(client.id, borrower);
  work.insert(BORROWER, borrowerRow(borrower));
  return borrower;
}

/** How a loan stands when it is written for the first time. */
export interface Terms {
  readonly grantedOn: number;
  readonly firstDue: number;
  readonly months: number;
  readonly paid: number;
  readonly status: LoanStatus;
}

/** A loan with all its instalments, whose rows are written. */
export function newLoan(world: World, work: Work, borrower: Borrower, account: Account, terms: Terms): Loan {
  const id = world.next("loan");
  const loan: Loan = {
    ...terms,
    id,
    borrower,
    account,
    amount: AMOUNTS[id - 1] ?? world.chance.between(5_000, 250_000) * 100,
    rate: world.chance.variety(id - 1, RATES),
    putOffFrom: undefined,
    lastPayment: undefined,
    updatedAt: work.at,
  };
  work.insert(LOAN, loanRow(loan));
  for (const [index, part] of schedule(loan.amount, loan.rate, loan.months).entries()) {
    work.insert(INSTALMENT, instalmentRow(loan, index + 1, part));
  }
  world.loans.push(loan);
  return loan;
}

/** A pledge for a loan; only buildings have an address, and some were never appraised. */
export function newCollateral(world: World, work: Work, loan: Loan): Collateral {
  const id = world.next("collateral");
  const kind = world.chance.variety(id - 1, KINDS);
  const isAppraised = id % 5 !== 4;
  const collateral: Collateral = {
    id,
    loan,
    kind,
    address: kind === "real_estate" ? `${world.chance.pick(STREETS)} ${id}` : id % 7 === 2 ? "" : null,
    value: isAppraised ? (id === 1 ? PRICELESS : Math.floor(loan.amount * 1.2)) : null,
    appraisedOn: isAppraised ? loan.grantedOn - world.chance.between(1, 60) : null,
  };
  work.insert(COLLATERAL, collateralRow(collateral));
  world.collaterals.push(collateral);
  return collateral;
}
