import { COMMIT_DATE_PARTITION, COMMIT_TIME_COLUMN, OPERATION_COLUMN, SEQUENCE_COLUMN } from "../../replication/layout";
import { below } from "../keys";
import { problemAt } from "../problem";
import { columnsOf, environmentsOf, producersOf, sourcesOf, tablesOf } from "../walk";
import type { Check } from "./check";

/** Catalogs compare names in lower case. */
const TAKEN: ReadonlySet<string> = new Set(
  [OPERATION_COLUMN, COMMIT_TIME_COLUMN, SEQUENCE_COLUMN, COMMIT_DATE_PARTITION].map((name) => name.toLowerCase()),
);

/** No column has the name of one that replication adds to every change file, or another at the source but for capitals. */
export const columnNames: Check = (landscape) => {
  const columns = environmentsOf(landscape)
    .flatMap(producersOf)
    .flatMap(sourcesOf)
    .flatMap(tablesOf)
    .flatMap(columnsOf);
  const taken = columns
    .filter(({ name }) => TAKEN.has(name))
    .map(({ name, keys }) =>
      problemAt(
        landscape,
        keys,
        name,
        "write another name, and rename the column at the source: replication adds one of this name",
      ),
    );
  const others = columns.flatMap(({ name, value: { nameAtSource }, keys }) =>
    nameAtSource === undefined || nameAtSource.toLowerCase() === name
      ? []
      : [
          problemAt(
            landscape,
            below(keys, "nameAtSource"),
            nameAtSource,
            `write \`${name}\` with the capitals that it has at the source, or call the column \`${nameAtSource.toLowerCase()}\`: replication changes capitals of columns and nothing else`,
          ),
        ],
  );
  return [...taken, ...others];
};
