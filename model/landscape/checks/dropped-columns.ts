import { below } from "../keys";
import { problemAt } from "../problem";
import { environmentsOf, producersOf, sourcesOf, tablesOf } from "../walk";
import type { Check } from "./check";

/** A column is not removed from a table and written to it at the same time. */
export const droppedColumns: Check = (landscape) =>
  environmentsOf(landscape)
    .flatMap(producersOf)
    .flatMap(sourcesOf)
    .flatMap(tablesOf)
    .flatMap(({ value: { columns, droppedColumns: dropped }, keys }) =>
      Object.entries(dropped ?? {}).flatMap(([name, classification]) => {
        const column = columns !== undefined && Object.hasOwn(columns, name) ? columns[name] : undefined;
        if (column === undefined || column.classification === "forbidden") return [];
        const remedy = "remove it, or remove the column from `columns`: the table cannot lose a column and keep it";
        return [problemAt(landscape, below(keys, "droppedColumns", name), classification, remedy)];
      }),
    );
