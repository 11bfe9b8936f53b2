import { isBlock } from "../output/json";

/** Something that only Terraform knows: an expression, alone or inside a text. */
export const isExpression = (value: unknown): value is string => typeof value === "string" && /[$%]\{/.test(value);

/** Every text in a value, with the keys and positions that lead to it; comments too. */
export function leaves(
  value: unknown,
  path: readonly string[] = [],
): readonly (readonly [readonly string[], string])[] {
  if (typeof value === "string") return [[path, value]];
  if (Array.isArray(value)) return value.flatMap((each, index) => leaves(each, [...path, String(index)]));
  return isBlock(value) ? Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, key])) : [];
}
