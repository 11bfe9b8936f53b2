import { below } from "../keys";
import { problemAt } from "../problem";
import { environmentsOf, producersOf, sourcesOf, tablesOf } from "../walk";
import type { Check } from "./check";

/** A condition names a column of its table. */
export const rowConditions: Check = (landscape) =>
  environmentsOf(landscape)
    .flatMap(producersOf)
    .flatMap(sourcesOf)
    .flatMap(tablesOf)
    .flatMap(({ value: { onlyRows, columns }, keys }) =>
      (onlyRows ?? []).flatMap((condition, index) => {
        const column = condition?.column;
        if (column === undefined || columns === undefined || Object.hasOwn(columns, column)) return [];
        const here = below(keys, "onlyRows", index, "column");
        return [problemAt(landscape, here, column, "write the name of a column of the table")];
      }),
    );
