import { below } from "../keys";
import { problemAt } from "../problem";
import { environmentsOf, producersOf, sourcesOf, tablesOf } from "../walk";
import type { Check } from "./check";

/**
 * Filters of AWS DMS take exact names of tables, and in a rule's names `_` stands for any character: the rule would take
 * along tables that are spelled alike, with columns that nothing removes.
 * https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Tasks.CustomizingTasks.Filters.html
 */
export const rowConditionTables: Check = (landscape) =>
  environmentsOf(landscape)
    .flatMap(producersOf)
    .flatMap(sourcesOf)
    .flatMap(tablesOf)
    .flatMap(({ value: { onlyRows, schema, name, nameAtSource = name }, keys }) => {
      const place = `${schema}.${nameAtSource}`;
      if ((onlyRows ?? []).length === 0 || schema === undefined || name === undefined || !place.includes("_"))
        return [];
      return [
        problemAt(
          landscape,
          below(keys, "onlyRows"),
          place,
          "leave `onlyRows` out, and narrow who reads which rows by `rows` of the shares: AWS DMS filters tables by their " +
            "exact name alone, and reads `_` in it as any character",
        ),
      ];
    });
