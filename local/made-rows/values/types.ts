/** What a column may hold, in the words of `BankRow`. */
export interface Values {
  /** Values that are hard to carry, all different; the first one is ordinary. */
  readonly hard: readonly string[];
  /** How many different values `nth` has. */
  readonly count: number;
  /** Value number `index`, from zero below `count`: all different to every collation. */
  readonly nth: (index: number) => string;
  /** Whether the column may hold this text, as a literal of a row rule or a condition has it. */
  readonly takes: (literal: string) => boolean;
}

/** What a maker of values may draw on. */
export interface Room {
  /** Longest large object in bytes. */
  readonly lobBytes: number;
}

/** Spellings of a type, and what columns of it hold; `parts` are what the spelling captures. */
export interface ValueRule {
  readonly spelling: RegExp;
  readonly values: (parts: readonly (string | undefined)[], room: Room) => Values;
}

export const rule = (spelling: string, values: ValueRule["values"]): ValueRule => ({
  spelling: new RegExp(`^(?:${spelling})$`, "i"),
  values,
});

export const different = (values: readonly string[]): readonly string[] => [...new Set(values)];

/** Values that are all there are. */
export const listed = (all: readonly string[]): Values => ({
  hard: all,
  count: all.length,
  nth: (index) => all[index] ?? "",
  takes: (literal) => all.includes(literal),
});

/** As many as nobody needs. */
export const PLENTY = 1_000_000_000;
