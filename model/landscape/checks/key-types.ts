import { lakeType } from "../../contract/column-types";
import { engineFacts } from "../../contract/engine";
import { formOf } from "../../reconciliation/forms";
import { below } from "../keys";
import { problemAt } from "../problem";
import { columnsOf, environmentsOf, producersOf, sourcesOf, tablesOf } from "../walk";
import type { Check } from "./check";

/** Bytes are compared one by one, whoever wrote them. */
const BYTES = "binary";

/**
 * A key has types whose values are the same wherever they are written: in the load, in every change, at the source. Numbers
 * with a floating point are not, nor are texts that a database prints as its settings say, such as intervals and addresses:
 * two of them may be one row, or one row two.
 */
export const keyTypes: Check = (landscape) =>
  environmentsOf(landscape)
    .flatMap(producersOf)
    .flatMap(sourcesOf)
    .flatMap((source) => {
      const { engine } = source.value;
      if (engine === undefined) return [];
      const { family } = engineFacts(engine);
      return tablesOf(source).flatMap((table) =>
        columnsOf(table).flatMap(({ name, value: { type, classification }, keys }) => {
          const isKey = table.value.primaryKey?.includes(name) === true && classification !== "forbidden";
          const outcome = type === undefined || !isKey ? undefined : lakeType(engine, type);
          // What the lake refuses, and large objects, are other checks' business.
          if (type === undefined || outcome === undefined || "refused" in outcome || outcome.isLob === true) return [];
          if (outcome.curated === BYTES || formOf(family, type) !== undefined) return [];
          const remedy =
            "write another key, whose columns are unique and never empty, or change the type at the source, for example to `decimal(12,2)` or `varchar(40)`: values of this type are not written the same everywhere, so the lake could not tell rows apart";
          return [problemAt(landscape, below(keys, "type"), type, remedy)];
        }),
      );
    });
