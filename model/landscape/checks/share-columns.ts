import { CLASSIFICATIONS, type Classification } from "../../contract/classification";
import { below } from "../keys";
import { problemAt } from "../problem";
import { consumersOf, environmentsOf, sharesOf, teamsOf } from "../walk";
import type { Check } from "./check";
import { type DomainTable, openedBy, tablesByDomain } from "./shared-tables";

/** A share of a whole domain opens at least one column; `share-tables.ts` looks at the others. Says nothing while something in its domain is unknown. */
export const shareColumns: Check = (landscape) =>
  environmentsOf(landscape).flatMap((environment) => {
    const domains = tablesByDomain(environment);
    const shares = consumersOf(environment).flatMap(teamsOf).flatMap(sharesOf);
    return shares.flatMap(({ value, keys }) => {
      const known = domains.get(value.domain ?? "") ?? [];
      if (value.tables !== undefined || known.length === 0 || openedBy(value, domains)?.length !== 0) return [];
      return [problemAt(landscape, below(keys, "upTo"), value.upTo, remedyFor(lowestOf(known)))];
    });
  });

function lowestOf(tables: readonly DomainTable[]): Classification | undefined {
  const found = new Set(tables.flatMap(({ columns }) => [...columns.values()].map((each) => each.classification)));
  return CLASSIFICATIONS.find((value) => found.has(value));
}

const remedyFor = (lowest: Classification | undefined): string =>
  lowest === "forbidden"
    ? "remove the share: every column of the domain is forbidden"
    : `write at least \`${lowest ?? "public"}\`, or remove the share: it opens no column of the domain`;
