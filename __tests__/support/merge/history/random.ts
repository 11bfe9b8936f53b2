/** Random choices that a seed repeats. */
export class Random {
  private state: number;

  public constructor(seed: number) {
    this.state = seed;
  }

  /** From 0 to below 1: mulberry32. */
  public next(): number {
    this.state = (this.state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from the lowest to the highest, both included. */
  public whole(lowest: number, highest: number): number {
    return lowest + Math.floor(this.next() * (highest - lowest + 1));
  }

  public chance(probability: number): boolean {
    return this.next() < probability;
  }

  public shuffled<T>(values: readonly T[]): readonly T[] {
    return values
      .map((value) => ({ value, key: this.next() }))
      .toSorted((left, right) => left.key - right.key)
      .map(({ value }) => value);
  }
}
