import { lakeType } from "../../contract/column-types";
import { below } from "../keys";
import { problemAt } from "../problem";
import { columnsOf, environmentsOf, producersOf, sourcesOf, tablesOf } from "../walk";
import type { Check } from "./check";

/** Every column that reaches the lake has a type that survives the way. */
export const columnTypes: Check = (landscape) =>
  environmentsOf(landscape)
    .flatMap(producersOf)
    .flatMap(sourcesOf)
    .flatMap((source) => {
      const { engine } = source.value;
      if (engine === undefined) return [];
      const columns = tablesOf(source).flatMap(columnsOf);
      return columns.flatMap(({ value: { type, classification }, keys }) => {
        if (type === undefined || classification === "forbidden") return [];
        const outcome = lakeType(engine, type);
        if (!("refused" in outcome)) return [];
        return [problemAt(landscape, below(keys, "type"), type, `write ${outcome.refused}`)];
      });
    });
