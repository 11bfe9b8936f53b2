/**
 * A value of which parts may be missing. Checks work on drafts, so that one malformed value hides no other problem. What was
 * missing or malformed is `undefined`; lists keep their length, so that positions stay true.
 */
export type Draft<T> = T extends string | number | boolean
  ? T
  : T extends readonly (infer Item)[]
    ? readonly (Draft<Item> | undefined)[]
    : { readonly [Key in keyof T]?: Draft<T[Key]> | undefined };

/** The entries of a list that are there. */
export function present<T>(list: readonly (T | undefined)[] | undefined): readonly T[] {
  return (list ?? []).filter((item) => item !== undefined);
}

/** Whether a list is there and none of its entries is missing: only then does "none of them" mean anything. */
export function isWhole<T>(list: readonly (T | undefined)[] | undefined): list is readonly T[] {
  return list !== undefined && !list.includes(undefined);
}
