import { between, randomFrom } from "./faults/random";

/** Draws that look random and are the same for the same seed. */
export class Chance {
  readonly #random: () => number;

  constructor(seed: number) {
    this.#random = randomFrom(seed);
  }

  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return between(this.#random, low, high);
  }

  /** Whether something happens that does so in `percent` of all cases. */
  percent(percent: number): boolean {
    return this.#random() * 100 < percent;
  }

  /** One of the values. */
  pick<Value>(values: readonly Value[]): Value {
    const value = values[Math.floor(this.#random() * values.length)];
    if (value === undefined) throw new Error("nothing to pick from");
    return value;
  }

  /** The values in turn for the first ones, so that a small bank has them all, then any of them. */
  variety<Value>(index: number, values: readonly Value[]): Value {
    return values[index] ?? this.pick(values);
  }
}
