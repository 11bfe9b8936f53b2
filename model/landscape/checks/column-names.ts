import { COMMIT_DATE_PARTITION, COMMIT_TIME_COLUMN, OPERATION_COLUMN, SEQUENCE_COLUMN } from "../../replication/layout";
import { problemAt } from "../problem";
import { columnsOf, environmentsOf, producersOf, sourcesOf, tablesOf } from "../walk";
import type { Check } from "./check";

/** Catalogs compare names in lower case. */
const TAKEN: ReadonlySet<string> = new Set(
  [OPERATION_COLUMN, COMMIT_TIME_COLUMN, SEQUENCE_COLUMN, COMMIT_DATE_PARTITION].map((name) => name.toLowerCase()),
);

/** No column has the name of one that replication adds to every change file. */
export const columnNames: Check = (landscape) =>
  environmentsOf(landscape)
    .flatMap(producersOf)
    .flatMap(sourcesOf)
    .flatMap(tablesOf)
    .flatMap(columnsOf)
    .filter(({ name }) => TAKEN.has(name))
    .map(({ name, keys }) =>
      problemAt(
        landscape,
        keys,
        name,
        "write another name, and rename the column at the source: replication adds one of this name",
      ),
    );
