/** What the stacks of an account hold: concerns of the stacks, sorted, by Terraform type. */
export type Usage = ReadonlyMap<string, readonly string[]>;

/** Type and concern of something in a stack. Data sources and ephemeral resources have `data.` or `ephemeral.` in front. */
export interface Used {
  readonly type: string;
  readonly concern: string;
}

/** Sorted and without repetitions, whatever order the stacks were made in. */
export function usageOf(used: readonly Used[]): Usage {
  const concerns = new Map<string, Set<string>>();
  for (const { type, concern } of used) concerns.set(type, (concerns.get(type) ?? new Set()).add(concern));
  return new Map(
    [...concerns].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([type, set]) => [type, [...set].toSorted()]),
  );
}
