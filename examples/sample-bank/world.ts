import { Chance } from "../../local/chance";
import type { BankDatabase, BankTransaction } from "../../local/source-systems/types";
import { dayOf } from "./calendar";
import { Clock } from "./clock";
import type {
  Account,
  Booking,
  Borrower,
  Card,
  Client,
  Collateral,
  Disposition,
  Loan,
  StandingOrder,
} from "./holdings";
import { BANKS } from "./names";
import { iban } from "./numbers";
import { Work } from "./work";

/** Another bank's customer. */
export interface Partner {
  readonly bank: string | null;
  readonly iban: string;
}

/** Bookings that are remembered so that they can be corrected later. */
const REMEMBERED = 64;

/** Accounts that move much more often than the others. */
const BUSY = 50;

type Numbered =
  | "account"
  | "booking"
  | "card"
  | "client"
  | "collateral"
  | "disposition"
  | "loan"
  | "log"
  | "note"
  | "order"
  | "payment";

/** The bank in the middle of its simulated life: what it holds, its clock, and the commits not handed out yet. */
export class World {
  readonly clients: Client[] = [];
  readonly accounts: Account[] = [];
  readonly dispositions: Disposition[] = [];
  readonly cards: Card[] = [];
  readonly orders: StandingOrder[] = [];
  readonly borrowers = new Map<number, Borrower>();
  readonly loans: Loan[] = [];
  readonly collaterals: Collateral[] = [];
  readonly recent: Booking[] = [];
  readonly partners: readonly Partner[];
  readonly chance: Chance;
  readonly clock: Clock;
  readonly #last = new Map<Numbered, number>();
  #works: Work[] = [];

  /**
   * @param start moment at which time begins
   * @param closing day on which the month is closed: instalments are due on this day of each month
   */
  constructor(
    seed: number,
    start: number,
    readonly closing: number,
  ) {
    this.chance = new Chance(seed);
    this.clock = new Clock(this.chance, start);
    this.partners = Array.from({ length: 40 }, (_, index) => ({
      bank: index % 8 === 7 ? null : this.chance.pick(BANKS),
      iban: iban(this.chance.between(1, 999_999_999), "1234"),
    }));
  }

  /** The next number of its kind. */
  next(kind: Numbered): number {
    const number = (this.#last.get(kind) ?? 0) + 1;
    this.#last.set(kind, number);
    return number;
  }

  /** Begins a commit; commits are handed out in the order in which they began. */
  begin(database: BankDatabase): Work {
    const work = new Work(database, this.clock.commit());
    this.#works.push(work);
    return work;
  }

  today(): number {
    return dayOf(this.clock.now);
  }

  remember(booking: Booking): void {
    if (this.recent.length < REMEMBERED) this.recent.push(booking);
    else this.recent[this.chance.between(0, REMEMBERED - 1)] = booking;
  }

  /** An account: some of them are busy, so that their rows change again within a second. */
  anyAccount(): Account {
    const last = this.accounts.length - 1;
    const account = this.accounts[this.chance.between(0, this.chance.percent(20) ? Math.min(BUSY, last) : last)];
    if (account === undefined) throw new Error("the bank has no account yet");
    return account;
  }

  /** A loan for which something holds, if one is found soon. */
  anyLoan(holds: (loan: Loan) => boolean): Loan | undefined {
    for (let attempt = 0; attempt < 40; attempt += 1) {
      const loan = this.chance.pick(this.loans);
      if (holds(loan)) return loan;
    }
    return undefined;
  }

  /** Commits since the last call, without those that changed nothing. */
  drain(): readonly BankTransaction[] {
    const done = this.#works.filter(({ size }) => size > 0);
    this.#works = [];
    for (const { size } of done) this.clock.made(size);
    return done.map((work) => work.transaction());
  }
}
