import { carried } from "./common";
import type { Draft } from "./draft";
import { below, isObject, type Keys } from "./keys";
import type { Landscape } from "./types";

/** A copy of a landscape without the refused values, in whose places nothing is. */
export function without(refused: readonly Keys[], landscape: unknown): Draft<Landscape> {
  const draft = copied(new Set(refused.map((keys) => JSON.stringify(keys))), landscape, []);
  return isDraft(draft) ? draft : {};
}

/** The schema has accepted whatever remains, and a draft may miss everything else. */
const isDraft = (value: unknown): value is Draft<Landscape> => isObject(value);

/** Ends for every input: the schema has refused what is deeper than a landscape. */
function copied(refused: ReadonlySet<string>, value: unknown, keys: Keys): unknown {
  if (refused.has(JSON.stringify(keys))) return undefined;
  if (Array.isArray(value))
    return Array.from(value, (item: unknown, index) => copied(refused, item, below(keys, index)));
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, copied(refused, item, below(keys, key))]);
  return carried(value, Object.fromEntries(entries));
}
