/** How stacks differ between two syntheses. */
export interface Difference {
  /** New stacks and those that mean something else now. */
  readonly changed: ReadonlySet<string>;
  /** Stacks that are no longer generated. */
  readonly gone: readonly string[];
}

/** Compares fingerprints by stack id. */
export function difference(before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): Difference {
  return {
    changed: new Set([...now].filter(([id, print]) => before.get(id) !== print).map(([id]) => id)),
    gone: [...before.keys()].filter((id) => !now.has(id)).toSorted(),
  };
}
