import type { AssignedTags } from "../facts/types";
import type { Cause } from "../types";

/**
 * Whether tags satisfy an LF-tag expression: one of the values of each key. Returns the assignments that make it so.
 * https://docs.aws.amazon.com/lake-formation/latest/dg/managing-tag-expressions.html
 */
export function satisfying(
  expression: ReadonlyMap<string, readonly string[]>,
  tags: AssignedTags,
): readonly Cause[] | undefined {
  const causes: Cause[] = [];
  for (const [key, values] of expression) {
    const assigned = tags.get(key);
    if (assigned === undefined || !(values.includes("*") || values.includes(assigned.value))) return undefined;
    causes.push(assigned.cause);
  }
  return causes;
}
