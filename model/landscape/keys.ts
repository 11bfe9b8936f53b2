/** Way from the landscape to a value inside it: object keys and list positions. */
export type Keys = readonly (string | number)[];

/** Keys of something further inside. */
export const below = (keys: Keys, ...further: Keys): Keys => [...keys, ...further];

/** One lower-case word: names of environments, accounts and sources, which are joined by hyphens in names and globs. */
export const WORD = /^[a-z][a-z0-9]*$/;

/** An object with keys; neither a list nor null. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value one step further, if there is one. Inherited properties do not count. */
export function child(value: unknown, key: string | number): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  return Reflect.get(value, key);
}
