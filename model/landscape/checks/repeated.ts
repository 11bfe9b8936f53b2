import { below, type Keys } from "../keys";

/** A text of the landscape that must not occur twice. */
export interface Entry {
  readonly keys: Keys;
  readonly text: string;
}

/** A text that occurs again, and where it occurred first. */
export interface Repetition extends Entry {
  readonly first: Keys;
}

/** An entry to compare, unless its text is missing. */
export const entry = (keys: Keys, text: string | undefined): readonly Entry[] =>
  text === undefined ? [] : [{ keys, text }];

/** The entries of a list of texts. */
export const entriesOf = (keys: Keys, list: readonly (string | undefined)[]): readonly Entry[] =>
  list.flatMap((text, index) => entry(below(keys, index), text));

/** All entries whose text an earlier one has. */
export function repeated(entries: readonly Entry[]): readonly Repetition[] {
  const firsts = new Map<string, Keys>();
  return entries.flatMap((candidate) => {
    const first = firsts.get(candidate.text);
    if (first === undefined) firsts.set(candidate.text, candidate.keys);
    return first === undefined ? [] : [{ ...candidate, first }];
  });
}
