import type { Chance } from "../chance";
import type { BankChange, BankRow } from "../source-systems";
import type { MadeTable } from "./made-table";

/** The keys of a table in the middle of its life: which rows are there, and in which version. */
export class Keys {
  /** Version by key; `undefined`: a row with nothing but what must be there. */
  readonly #versions = new Map<number, number | undefined>();
  /** Keys with a row, so that any of them can be picked. */
  readonly #live: number[] = [];
  readonly #gone: number[] = [];
  #next = 0;

  constructor(readonly made: MadeTable) {}

  get hasFresh(): boolean {
    return this.#next < this.made.capacity;
  }

  /** A new row; nothing when the key has no more values. */
  insert(): { readonly key: number; readonly change: BankChange } | undefined {
    if (!this.hasFresh) return undefined;
    const key = this.#next;
    this.#next += 1;
    return { key, change: this.#put(key, "I", 0) };
  }

  /** A key with a row, if there is one. */
  any(chance: Chance): number | undefined {
    return this.#live.length === 0 ? undefined : chance.pick(this.#live);
  }

  /** Another version of the row: every value differs that has another one. Nothing when none has. */
  update(key: number): readonly BankChange[] {
    const version = this.#versions.get(key);
    return this.#change(key, version === undefined ? key + 1.5 : Math.floor(version) + 1);
  }

  /** Takes away whatever may be empty. */
  clear(key: number): readonly BankChange[] {
    return this.#change(key, undefined);
  }

  remove(key: number): BankChange {
    const row = this.#row(key);
    this.#versions.set(key, (this.#versions.get(key) ?? key) + 1);
    const place = this.#live.indexOf(key);
    const last = this.#live.pop();
    if (last !== undefined && last !== key) this.#live[place] = last;
    this.#gone.push(key);
    return { table: this.made.table, operation: "D", row };
  }

  /** The row of the key that was deleted last, in another version. */
  comeBack(): BankChange | undefined {
    const key = this.#gone.pop();
    return key === undefined ? undefined : this.#put(key, "I", this.#versions.get(key));
  }

  #put(key: number, operation: "I" | "U", version: number | undefined): BankChange {
    this.#versions.set(key, version);
    if (operation === "I") this.#live.push(key);
    return { table: this.made.table, operation, row: this.#row(key) };
  }

  #change(key: number, version: number | undefined): readonly BankChange[] {
    const before = this.#row(key);
    const change = this.#put(key, "U", version);
    // A database logs no update that changes nothing.
    return change.row.every((value, index) => value === before[index]) ? [] : [change];
  }

  #row(key: number): BankRow {
    return this.made.row(key, this.#versions.get(key));
  }
}
