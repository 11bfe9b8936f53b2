import { below } from "../keys";
import { problemAt } from "../problem";
import { consumersOf, environmentsOf, teamsOf } from "../walk";
import type { Check } from "./check";
import { entry, repeated } from "./repeated";

/** Teams of an account have different names: their roles and workgroups do. */
export const teamNames: Check = (landscape) =>
  environmentsOf(landscape)
    .flatMap(consumersOf)
    .flatMap((consumer) =>
      repeated(teamsOf(consumer).flatMap(({ value, keys }) => entry(below(keys, "name"), value.name))),
    )
    .map(({ keys, text }) =>
      problemAt(landscape, keys, text, "write another name: an earlier team of the account has this one"),
    );
