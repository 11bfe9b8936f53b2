import { below } from "../keys";
import { problemAt } from "../problem";
import { columnsOf, environmentsOf, producersOf, sourcesOf, tablesOf } from "../walk";
import type { Check } from "./check";

/** The moment of a row's last change is no column that never changes. */
export const immutableColumns: Check = (landscape) =>
  environmentsOf(landscape)
    .flatMap(producersOf)
    .flatMap(sourcesOf)
    .flatMap(tablesOf)
    .flatMap((table) =>
      columnsOf(table).flatMap(({ name, value: { immutable }, keys }) =>
        immutable === true && table.value.changedAt === name
          ? [
              problemAt(
                landscape,
                below(keys, "immutable"),
                immutable,
                "remove it: `changedAt` says that the column has another value after each change",
              ),
            ]
          : [],
      ),
    );
