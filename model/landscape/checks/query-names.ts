import { below } from "../keys";
import { problemAt } from "../problem";
import { environmentsOf, queriesOf } from "../walk";
import type { Check } from "./check";
import { entry, repeated } from "./repeated";

/** Queries have different names: prepared statements of a workgroup do. */
export const queryNames: Check = (landscape) =>
  environmentsOf(landscape)
    .flatMap((environment) =>
      repeated(queriesOf(environment).flatMap(({ value, keys }) => entry(below(keys, "name"), value.name))),
    )
    .map(({ keys, text }) => problemAt(landscape, keys, text, "write another name: an earlier query has this one"));
