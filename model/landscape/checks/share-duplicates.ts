import { below } from "../keys";
import { type Problem, problemAt } from "../problem";
import { environmentsOf } from "../walk";
import type { Check } from "./check";
import { type PlacedShare, placedShares } from "./every-share";
import { listed } from "./shared-tables";

/** No two shares of a team open the same table: the wider would decide and the other would mislead. */
export const shareDuplicates: Check = (landscape) =>
  environmentsOf(landscape).flatMap((environment) => {
    const placed = placedShares(environment);
    return placed.flatMap((later, index): readonly Problem[] => {
      const earlier = placed
        .slice(0, index)
        .find((other) => other.team.value === later.team.value && common(other, later).length > 0);
      if (earlier === undefined) return [];
      const { value, keys } = later.share;
      if (value.tables === undefined) {
        const remedy = "remove one of the two shares: the team has one of this domain already";
        return [problemAt(landscape, below(keys, "domain"), value.domain, remedy)];
      }
      const remedy = `take out ${listed(common(earlier, later))}: an earlier share of the team opens it already`;
      return [problemAt(landscape, below(keys, "tables"), value.tables, remedy)];
    });
  });

const WHOLE = "the whole domain";

/** Tables that both shares name; the whole domain when neither names any. */
function common({ share: { value: one } }: PlacedShare, { share: { value: other } }: PlacedShare): readonly string[] {
  if (one.domain === undefined || one.domain !== other.domain) return [];
  if ((one.layer ?? "curated") !== (other.layer ?? "curated")) return [];
  const mine = one.tables?.filter((name) => name !== undefined);
  const theirs = other.tables?.filter((name) => name !== undefined);
  if (mine === undefined) return theirs ?? [WHOLE];
  return theirs === undefined ? mine : mine.filter((name) => theirs.includes(name));
}
