import type { AccessRow } from ".";

/** How an answer differs from the expected one, a line for each difference. */
export function compareAccess(expected: readonly AccessRow[], actual: readonly AccessRow[]): readonly string[] {
  const wanted = readableColumns(expected);
  const found = readableColumns(actual);
  const tooMany = [...found]
    .filter((column) => !wanted.has(column))
    .map((column) => `${column} should not be readable`);
  const tooFew = [...wanted].filter((column) => !found.has(column)).map((column) => `${column} should be readable`);
  return [...tooMany, ...tooFew];
}

function readableColumns(rows: readonly AccessRow[]): ReadonlySet<string> {
  return new Set(
    rows.flatMap(({ account, role, table, readable, rows: conditions }) => {
      const which = conditions.length === 0 ? "all rows" : `rows where ${conditions.join(" or ")}`;
      return readable.map((column) => `${account}, ${role}: ${table}.${column}, ${which},`);
    }),
  );
}
