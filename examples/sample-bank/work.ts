import type { BankChange, BankDatabase, BankRow, BankTable, BankTransaction } from "../../local/source-systems/types";

/** Changes that a system is about to commit together. */
export class Work {
  readonly #changes: BankChange[] = [];

  /** @param at time of the commit, in microseconds */
  constructor(
    readonly database: BankDatabase,
    readonly at: number,
  ) {}

  get size(): number {
    return this.#changes.length;
  }

  insert(table: BankTable, row: BankRow): void {
    this.#changes.push({ table, operation: "I", row });
  }

  update(table: BankTable, row: BankRow): void {
    this.#changes.push({ table, operation: "U", row });
  }

  /** @param row as it was before */
  remove(table: BankTable, row: BankRow): void {
    this.#changes.push({ table, operation: "D", row });
  }

  transaction(): BankTransaction {
    return { database: this.database, committed: BigInt(this.at), changes: this.#changes };
  }
}
