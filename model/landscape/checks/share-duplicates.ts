import { below } from "../keys";
import { problemAt } from "../problem";
import { consumersOf, environmentsOf, sharesOf, teamsOf } from "../walk";
import type { Check } from "./check";
import { entry, repeated } from "./repeated";

/** A team has one share of a domain: of two, the wider would decide and the other would mislead. */
export const shareDuplicates: Check = (landscape) =>
  environmentsOf(landscape)
    .flatMap(consumersOf)
    .flatMap(teamsOf)
    .flatMap((team) =>
      repeated(sharesOf(team).flatMap(({ value, keys }) => entry(below(keys, "domain"), value.domain))),
    )
    .map(({ keys, text }) =>
      problemAt(landscape, keys, text, "remove one of the two shares: the team has one of this domain already"),
    );
