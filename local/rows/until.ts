import type { BankTransaction } from "../source-systems";

/** Hands out transactions up to a time, and keeps the rest for the next call. */
export class Pending {
  private readonly iterator: Iterator<BankTransaction>;
  private next: IteratorResult<BankTransaction> | undefined;

  public constructor(transactions: Iterable<BankTransaction>) {
    this.iterator = transactions[Symbol.iterator]();
  }

  /** Those committed until a time, that one included; made up while they are read. */
  public *until(time: bigint): Generator<BankTransaction> {
    for (;;) {
      this.next ??= this.iterator.next();
      if (this.next.done === true || this.next.value.committed > time) return;
      const { value } = this.next;
      this.next = undefined;
      yield value;
    }
  }
}
