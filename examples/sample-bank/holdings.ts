/** What the bank has, as it is at one moment of its simulated time. Money in cents, days and moments as in calendar.ts. */

export interface Client {
  readonly id: number;
  readonly nationalId: string;
  readonly birth: number;
  readonly gender: string | null;
  name: string;
  district: number;
  updatedAt: number;
}

export interface Account {
  readonly id: number;
  readonly owner: Client;
  readonly iban: string;
  readonly district: number;
  readonly openedOn: number;
  readonly currency: string;
  statements: string;
  balance: number;
  overdraft: number | null;
  updatedAt: number;
}

export interface Disposition {
  readonly id: number;
  readonly client: Client;
  readonly account: Account;
  readonly kind: "disponent" | "owner";
}

export interface Card {
  readonly id: number;
  readonly disposition: Disposition;
  readonly number: string;
  readonly kind: string;
  readonly issuedAt: number;
  isBlocked: boolean;
}

export interface StandingOrder {
  readonly id: number;
  readonly account: Account;
  readonly payeeBank: string | null;
  readonly payeeIban: string;
  readonly purpose: string | null;
  amount: number;
}

/** A booking on an account. */
export interface Booking {
  readonly id: number;
  readonly account: Account;
  readonly bookedAt: number;
  readonly direction: "credit" | "debit";
  readonly operation: string;
  readonly amount: number;
  readonly balanceAfter: number;
  readonly purpose: string | null;
  readonly partnerBank: string | null;
  readonly partnerIban: string | null;
}

export interface Borrower {
  readonly client: Client;
  readonly since: number;
  employment: string;
  income: number | null;
  score: number | null;
  updatedAt: number;
}

export type LoanStatus = "defaulted" | "in_arrears" | "paid" | "running";

export interface Loan {
  readonly id: number;
  readonly borrower: Borrower;
  readonly account: Account;
  readonly grantedOn: number;
  /** Day of the first instalment; the others follow on the same day of each month. */
  readonly firstDue: number;
  readonly amount: number;
  readonly months: number;
  /** Nominal rate per year in ten-thousandths. */
  readonly rate: number;
  status: LoanStatus;
  /** Instalments are paid in order: this many of them. */
  paid: number;
  /** First instalment that was put off by a month, with all that follow. */
  putOffFrom: number | undefined;
  /** What settled the last instalment that is paid, when that happened lately enough to be undone. */
  lastPayment: Payment | undefined;
  updatedAt: number;
}

export interface Payment {
  readonly id: number;
  readonly loan: Loan;
  /** Instalment that it settles; null for a fee. */
  readonly number: number | null;
  readonly receivedAt: number;
  readonly amount: number;
  readonly payerIban: string | null;
  readonly channel: string;
}

export interface Collateral {
  readonly id: number;
  readonly loan: Loan;
  readonly kind: string;
  readonly address: string | null;
  value: number | null;
  appraisedOn: number | null;
}
