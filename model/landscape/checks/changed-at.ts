import { engineFacts } from "../../contract/engine";
import { formOf } from "../../reconciliation/forms";
import { below } from "../keys";
import { problemAt } from "../problem";
import { environmentsOf, producersOf, sourcesOf, tablesOf } from "../walk";
import type { Check } from "./check";

/** The moment of a row's last change is a column with a moment, and reaches the lake. */
export const changedAt: Check = (landscape) =>
  environmentsOf(landscape)
    .flatMap(producersOf)
    .flatMap(sourcesOf)
    .flatMap((source) => {
      const { engine } = source.value;
      if (engine === undefined) return [];
      return tablesOf(source).flatMap(({ value: { columns, changedAt: name }, keys }) => {
        if (columns === undefined || name === undefined) return [];
        const column = Object.hasOwn(columns, name) ? columns[name] : undefined;
        if (column !== undefined && (column.type === undefined || column.classification === undefined)) return [];
        const form = column?.type === undefined ? undefined : formOf(engineFacts(engine).family, column.type);
        if (column?.classification !== "forbidden" && (form === "instant" || form === "moment")) return [];
        const remedy = "write a column with date and time that reaches the lake, for example `updated_at`";
        return [problemAt(landscape, below(keys, "changedAt"), name, remedy)];
      });
    });
