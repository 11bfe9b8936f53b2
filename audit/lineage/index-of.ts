/** Values by each of their keys, in their order. */
export function indexOf<T>(
  values: readonly T[],
  keys: (value: T) => string | readonly string[],
): ReadonlyMap<string, readonly T[]> {
  const index = new Map<string, T[]>();
  for (const value of values) {
    for (const key of [keys(value)].flat()) {
      const known = index.get(key);
      if (known === undefined) index.set(key, [value]);
      else known.push(value);
    }
  }
  return index;
}
