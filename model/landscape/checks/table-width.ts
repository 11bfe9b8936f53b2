import { below } from "../keys";
import { problemAt } from "../problem";
import { columnsOf, environmentsOf, producersOf, sourcesOf, tablesOf } from "../walk";
import type { Check } from "./check";

/**
 * Columns of a table that Athena merges. With more than one WHEN clause it has failed from 322 on
 * (https://github.com/apache/iceberg/issues/10294); Trino has mended that in 461 (trinodb/trino#15848), and 476 merges 1500,
 * but Athena does not say which one it is.
 */
export const MOST_COLUMNS = 300;

/** No table is wider than a statement of Athena can merge. */
export const tableWidth: Check = (landscape) =>
  environmentsOf(landscape)
    .flatMap(producersOf)
    .flatMap(sourcesOf)
    .flatMap(tablesOf)
    .flatMap((table) => {
      const count = columnsOf(table).filter(({ value }) => value.classification !== "forbidden").length;
      if (count <= MOST_COLUMNS) return [];
      const remedy = `make ${count - MOST_COLUMNS} of them \`forbidden\`, those that nobody needs: Athena fails to merge tables of more than about ${MOST_COLUMNS} columns, and ${count} of this one would reach the lake`;
      return [problemAt(landscape, below(table.keys, "columns"), `${count} columns`, remedy)];
    });
