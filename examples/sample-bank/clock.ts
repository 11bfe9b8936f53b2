import type { Chance } from "../../local/chance";

/** Longest time between two commits of one business event, in microseconds. */
const LONGEST_GAP = 20_000;

/** Simulated time: events spread evenly over a stretch of it, and the commits of one event follow each other closely. */
export class Clock {
  #now: number;
  #from: number;
  #to: number;
  #expected = 1;
  #done = 0;
  #total = 0;

  constructor(
    readonly chance: Chance,
    start: number,
  ) {
    this.#now = start;
    this.#from = start;
    this.#to = start;
  }

  get now(): number {
    return this.#now;
  }

  /** Changes made since the world began. */
  get total(): number {
    return this.#total;
  }

  /** Begins a stretch up to `to` in which about so many changes will be made. */
  stretch(to: number, expected: number): void {
    this.#from = this.#now;
    this.#to = to;
    this.#expected = Math.max(1, expected);
    this.#done = 0;
  }

  /** Moves on to where the share of changes already made says. */
  nextEvent(): void {
    const share = Math.min(1, this.#done / this.#expected);
    this.#now = Math.max(this.#now, this.#from + Math.floor((this.#to - this.#from) * share));
  }

  /** Time of the next commit; some commits share their microsecond. */
  commit(): number {
    const spacing = Math.floor((this.#to - this.#from) / this.#expected);
    const gap = this.chance.between(0, Math.min(LONGEST_GAP, spacing));
    this.#now = Math.max(this.#now, Math.min(this.#to, this.#now + gap));
    return this.#now;
  }

  /** Moves on to a moment, unless it has passed. */
  reach(moment: number): void {
    this.#now = Math.max(this.#now, moment);
  }

  /** Counts changes that were made. */
  made(changes: number): void {
    this.#done += changes;
    this.#total += changes;
  }
}
