import { comparisons, conditionOf } from "../../model/access/row-rule";
import type { Environment, Source, TableContract } from "../../model/landscape/types";

/** Values that somebody compares a column with: rows shall lie on both sides. */
export type Literals = (source: Source, table: TableContract, column: string) => readonly string[];

/** Literals of the row rules of all shares of a source's domain, and of the table's own conditions. */
export function literalsOf({ consumers }: Pick<Environment, "consumers">): Literals {
  const shares = consumers.flatMap(({ teams }) => teams.flatMap((team) => team.shares));
  const compared = shares.flatMap(({ domain, rows }) => {
    const condition = rows === undefined ? undefined : conditionOf(rows);
    if (condition === undefined || "refused" in condition) return [];
    return comparisons(condition).map((comparison) => ({ domain, ...comparison }));
  });
  return ({ domain }, { onlyRows = [] }, column) => [
    ...new Set([
      ...onlyRows.flatMap((condition) => (condition.column === column ? [condition.value] : [])),
      ...compared.flatMap((each) =>
        each.domain === domain && each.column.toLowerCase() === column.toLowerCase() ? each.values.map(String) : [],
      ),
    ]),
  ];
}
