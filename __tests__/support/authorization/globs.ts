/**
 * Whether some ARN meets both patterns: `*` stands for any characters and `?` for one, inside partition, service, Region and account, or
 * inside the rest. What AWS or Terraform fills in (`${...}`) may be anything.
 */
export function overlap(one: string, other: string): boolean {
  const [left, right] = [one, other].map((each) => each.replaceAll(/\$\{[^}]*\}/g, "*"));
  if (left === undefined || right === undefined) return false;
  if (left === "*" || right === "*") return true;
  const [parts, others] = [partsOf(left), partsOf(right)];
  return parts.every((part, index) => meets(Array.from(part), Array.from(others[index] ?? ""), 0, 0, new Map()));
}

/** The five parts before the resource, and the resource. */
const partsOf = (arn: string): readonly string[] => {
  const parts = arn.split(":");
  return [...parts.slice(0, 5), parts.slice(5).join(":")];
};

function meets(
  one: readonly string[],
  other: readonly string[],
  i: number,
  j: number,
  known: Map<number, boolean>,
): boolean {
  const key = i * (other.length + 1) + j;
  const before = known.get(key);
  if (before !== undefined) return before;
  known.set(key, false);
  const found = step(one, other, i, j, known);
  known.set(key, found);
  return found;
}

function step(
  one: readonly string[],
  other: readonly string[],
  i: number,
  j: number,
  known: Map<number, boolean>,
): boolean {
  const [a, b] = [one[i], other[j]];
  if (a === undefined && b === undefined) return true;
  if (a === "*") return meets(one, other, i + 1, j, known) || (b !== undefined && meets(one, other, i, j + 1, known));
  if (b === "*") return meets(one, other, i, j + 1, known) || (a !== undefined && meets(one, other, i + 1, j, known));
  if (a === undefined || b === undefined) return false;
  return (a === b || a === "?" || b === "?") && meets(one, other, i + 1, j + 1, known);
}
