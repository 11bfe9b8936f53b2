import { below } from "../keys";
import { problemAt } from "../problem";
import { environmentsOf, producersOf, sourcesOf, tablesOf } from "../walk";
import type { Check } from "./check";
import { entry, repeated } from "./repeated";

/** Tables of a source have different names, whatever their schema: one catalog database holds them all. */
export const tableNames: Check = (landscape) =>
  environmentsOf(landscape)
    .flatMap(producersOf)
    .flatMap(sourcesOf)
    .flatMap((source) =>
      repeated(tablesOf(source).flatMap(({ value, keys }) => entry(below(keys, "name"), value.name))),
    )
    .map(({ keys, text }) =>
      problemAt(
        landscape,
        keys,
        text,
        "write another name, or remove the table: the source has one of this name already",
      ),
    );
