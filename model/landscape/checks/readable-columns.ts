import { isWhole } from "../draft";
import { below } from "../keys";
import { problemAt } from "../problem";
import { environmentsOf, producersOf, sourcesOf, tablesOf } from "../walk";
import type { Check } from "./check";

/** At least one column of a table reaches the lake. Says nothing while a classification is unknown. */
export const readableColumns: Check = (landscape) =>
  environmentsOf(landscape)
    .flatMap(producersOf)
    .flatMap(sourcesOf)
    .flatMap(tablesOf)
    .flatMap(({ value, keys }) => {
      const columns = value.columns === undefined ? undefined : Object.values(value.columns);
      const values = columns?.map((column) => column?.classification);
      if (!isWhole(values) || values.some((classification) => classification !== "forbidden")) return [];
      const remedy = "write at least one column that is not forbidden, or remove the table";
      return [problemAt(landscape, below(keys, "columns"), Object.keys(value.columns ?? {}), remedy)];
    });
