import { below } from "../keys";
import { problemAt } from "../problem";
import { consumersOf, environmentsOf, teamsOf } from "../walk";
import type { Check } from "./check";
import { entry, repeated } from "./repeated";

/** What stands beside the teams in the stack of a consumer account, whose Terraform addresses begin with these names. */
export const TAKEN_BY_THE_STACK: ReadonlySet<string> = new Set([
  "aws",
  "backend",
  "default",
  "grants",
  "lake-formation",
  "links",
]);

/** Teams of an account have different names, and none that the stack's own resources bear: their addresses begin with them. */
export const teamNames: Check = (landscape) =>
  environmentsOf(landscape)
    .flatMap(consumersOf)
    .flatMap((consumer) => {
      const names = teamsOf(consumer).flatMap(({ value, keys }) => [
        ...entry(below(keys, "name"), value.name),
        ...entry(below(keys, "formerly"), value.formerly),
      ]);
      return [
        ...repeated(names.filter(({ keys }) => keys.at(-1) === "name")).map(({ keys, text }) =>
          problemAt(landscape, keys, text, "write another name: an earlier team of the account has this one"),
        ),
        ...names
          .filter(({ text }) => TAKEN_BY_THE_STACK.has(text))
          .map(({ keys, text }) =>
            problemAt(
              landscape,
              keys,
              text,
              "write another name: resources of the account's stack begin with this one",
            ),
          ),
      ];
    });
