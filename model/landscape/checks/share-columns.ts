import { CLASSIFICATIONS, type Classification, mayRead } from "../../contract/classification";
import { isWhole } from "../draft";
import { below } from "../keys";
import { problemAt } from "../problem";
import type { Environment } from "../types";
import { consumersOf, environmentsOf, producersOf, sharesOf, sourcesOf, tablesOf, teamsOf, type Visit } from "../walk";
import type { Check } from "./check";

/** A share of a whole domain opens at least one column; `share-tables.ts` looks at the others. Says nothing while a classification in its domain is unknown. */
export const shareColumns: Check = (landscape) =>
  environmentsOf(landscape).flatMap((environment) => {
    const domains = classificationsByDomain(environment);
    const shares = consumersOf(environment).flatMap(teamsOf).flatMap(sharesOf);
    return shares.flatMap(({ value: { domain, upTo, tables }, keys }) => {
      if (tables !== undefined) return [];
      const values = domain === undefined ? undefined : domains.get(domain);
      if (upTo === undefined || values === undefined || values.size === 0 || values.has(undefined)) return [];
      const known = CLASSIFICATIONS.filter((value) => values.has(value));
      if (known.some((value) => mayRead(upTo, value))) return [];
      return [problemAt(landscape, below(keys, "upTo"), upTo, remedyFor(known[0]))];
    });
  });

/** Which classifications occur in each domain; `undefined` among them when one is missing. */
function classificationsByDomain(
  environment: Visit<Environment>,
): ReadonlyMap<string, Set<Classification | undefined>> {
  const domains = new Map<string, Set<Classification | undefined>>();
  for (const source of producersOf(environment).flatMap(sourcesOf)) {
    const { domain } = source.value;
    if (domain === undefined) continue;
    const values = domains.get(domain) ?? new Set();
    domains.set(domain, values);
    if (!isWhole(source.value.tables)) values.add(undefined);
    for (const { value } of tablesOf(source)) {
      for (const column of Object.values(value.columns ?? { missing: undefined })) values.add(column?.classification);
    }
  }
  return domains;
}

const remedyFor = (lowest: Classification | undefined): string =>
  lowest === "forbidden"
    ? "remove the share: every column of the domain is forbidden"
    : `write at least \`${lowest ?? "public"}\`, or remove the share: it opens no column of the domain`;
