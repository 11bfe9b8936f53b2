import type { AccessRow } from "../access";

const keyOf = ({ account, role, table }: AccessRow): string => [account, role, table].join("\n");
const less = (one: readonly string[], other: readonly string[]): readonly string[] =>
  one.filter((each) => !other.includes(each));

/** What team roles may read now and could not before, or the other way round, in words. */
export function accessChanges(before: readonly AccessRow[], after: readonly AccessRow[]): readonly string[] {
  const earlier = new Map(before.map((row) => [keyOf(row), row]));
  const later = new Set(after.map(keyOf));
  const gone = before.filter((row) => !later.has(keyOf(row)));
  return [
    ...gone.map(({ role, table }) => `${role} may not read ${table} any more`),
    ...after.flatMap((row) => changesOf(earlier.get(keyOf(row)), row)),
  ];
}

const filter = (conditions: readonly string[]): string => conditions.join(" or ") || "all rows";

function changesOf(before: AccessRow | undefined, { role, table, readable, rows }: AccessRow): readonly string[] {
  if (before === undefined) return [`${role} may read ${table} now`];
  const more = less(readable, before.readable);
  const fewer = less(before.readable, readable);
  return [
    ...(more.length === 0 ? [] : [`${role} may read ${more.join(", ")} of ${table} now`]),
    ...(fewer.length === 0 ? [] : [`${role} may not read ${fewer.join(", ")} of ${table} any more`]),
    ...(filter(rows) === filter(before.rows)
      ? []
      : [`${role} sees of ${table}: ${filter(rows)}, and no longer ${filter(before.rows)}`]),
  ];
}
