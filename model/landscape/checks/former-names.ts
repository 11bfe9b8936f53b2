import { below } from "../keys";
import { problemAt } from "../problem";
import { consumersOf, environmentsOf, teamsOf } from "../walk";
import type { Check } from "./check";
import { entry, repeated } from "./repeated";

/** What a team was called is its alone: workgroup, bucket and key of that name are. */
export const formerNames: Check = (landscape) =>
  environmentsOf(landscape)
    .flatMap(consumersOf)
    .flatMap((consumer) => {
      const teams = teamsOf(consumer);
      const names = new Set(teams.map(({ value }) => value.name));
      const own = teams
        .filter(({ value }) => value.formerly !== undefined && value.formerly === value.name)
        .map(({ value, keys }) =>
          problemAt(landscape, below(keys, "formerly"), value.formerly, "remove it: the team has this name now"),
        );
      const others = teams
        .filter(({ value }) => value.formerly !== undefined && value.formerly !== value.name)
        .flatMap(({ value, keys }) => entry(below(keys, "formerly"), value.formerly));
      return [
        ...own,
        ...others
          .filter(({ text }) => names.has(text))
          .map(({ keys, text }) =>
            problemAt(
              landscape,
              keys,
              text,
              "remove it, or give the team that has this name now another one: results and queries of one name belong to one team",
            ),
          ),
        ...repeated(others.filter(({ text }) => !names.has(text))).map(({ keys, text }) =>
          problemAt(landscape, keys, text, "remove it: an earlier team of the account had this name"),
        ),
      ];
    });
