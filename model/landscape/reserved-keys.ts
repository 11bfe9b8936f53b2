import { below, isObject, type Keys } from "./keys";

const RESERVED: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

/** A key that means something else to JavaScript, and its value. */
export interface ReservedKey {
  readonly keys: Keys;
  readonly value: unknown;
}

/** All such keys inside a value. The schema library passes over them in silence, so they are looked for here. */
export function reservedKeys(value: unknown): readonly ReservedKey[] {
  return search(value, [], new Set());
}

/** `seen` makes the search end when a value contains itself. */
function search(value: unknown, keys: Keys, seen: Set<unknown>): readonly ReservedKey[] {
  if (typeof value !== "object" || value === null || seen.has(value)) return [];
  seen.add(value);
  if (Array.isArray(value)) return value.flatMap((item: unknown, index) => search(item, below(keys, index), seen));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => {
    const here = below(keys, key);
    return RESERVED.has(key) ? [{ keys: here, value: item }] : search(item, here, seen);
  });
}
