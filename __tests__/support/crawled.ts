import { changeColumns, lakeColumns } from "../../model/contract/lake-columns";
import type { Crawled } from "../../model/drift/compare";
import type { FoundTable } from "../../model/drift/types";
import type { TableContract } from "../../model/landscape/types";
import { rawTableUrl } from "../../model/replication/layout";
import { prod } from "../landscape/prod";
import { first } from "./json";
import { lending } from "./landscapes";

const loans = first(lending.sources);

/** The crawler's table of a contract of the loan system, as it is when DMS writes what the contract says. */
export const foundTable = (table: TableContract): FoundTable => ({
  name: `g1_${table.name}`,
  location: rawTableUrl(prod, lending, loans, table),
  columns: changeColumns(lakeColumns(loans, table)).map(({ name, type }) => ({
    name,
    // What the files say, whatever the change table declares them as.
    type: lakeColumns(loans, table).find((column) => column.name === name)?.inFiles ?? type,
  })),
});

/** The loan system with its crawler's tables, all as the contracts say unless changed. */
export function crawledLoans(
  change: (tables: readonly FoundTable[]) => readonly FoundTable[] = (same) => same,
): Crawled {
  return {
    landscape: { environments: [prod] },
    environment: prod,
    producer: lending,
    source: loans,
    tables: change(loans.tables.map(foundTable)),
  };
}

/** One table replaced. */
export const withTable =
  (name: string, change: (table: FoundTable) => FoundTable) =>
  (tables: readonly FoundTable[]): readonly FoundTable[] =>
    tables.map((table) => (table.name === name ? change(table) : table));
