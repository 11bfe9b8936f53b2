import { isWhole } from "../draft";
import { below } from "../keys";
import { problemAt } from "../problem";
import { suggestion } from "../suggestion";
import type { Environment } from "../types";
import { consumersOf, environmentsOf, producersOf, sharesOf, sourcesOf, teamsOf, type Visit } from "../walk";
import type { Check } from "./check";

/** Shares name domains that some source belongs to. Says nothing while the domain of a source is unknown. */
export const shareDomains: Check = (landscape) =>
  environmentsOf(landscape).flatMap((environment) => {
    const domains = domainsOf(environment);
    if (domains === undefined) return [];
    const shares = consumersOf(environment).flatMap(teamsOf).flatMap(sharesOf);
    return shares.flatMap(({ value: { domain }, keys }) => {
      if (domain === undefined || domains.includes(domain)) return [];
      return [problemAt(landscape, below(keys, "domain"), domain, remedyFor(domain, domains))];
    });
  });

function domainsOf(environment: Visit<Environment>): readonly string[] | undefined {
  const sources = producersOf(environment).flatMap(sourcesOf);
  const domains = sources.map(({ value }) => value.domain);
  const lists = [environment.value.producers, ...producersOf(environment).map(({ value }) => value.sources), domains];
  return lists.every((list) => isWhole<unknown>(list)) && isWhole(domains)
    ? [...new Set(domains)].toSorted()
    : undefined;
}

function remedyFor(domain: string, domains: readonly string[]): string {
  if (domains.length === 0) return "remove the share: no source belongs to any domain";
  const meant = suggestion(domain, domains);
  const question = meant === undefined ? "" : `; did you mean \`${meant}\`?`;
  return `write a domain that a source belongs to: ${domains.map((known) => `\`${known}\``).join(", ")}${question}`;
}
