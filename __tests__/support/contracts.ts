import type { ColumnContract, TableContract } from "../../model/landscape/types";
import { deposits } from "../landscape/tables/deposits";
import { loans } from "../landscape/tables/loans";

/** The tables that each source of the tests' landscape promises. */
export const CONTRACTS: Readonly<Record<"loans" | "deposits", readonly TableContract[]>> = { loans, deposits };

/** One column of a contract, with the table that it is in. */
export interface PromisedColumn {
  readonly table: string;
  readonly name: string;
  readonly column: ColumnContract;
}

/** All columns that a source promises, forbidden ones included. */
export const promisedColumns = (source: "loans" | "deposits"): readonly PromisedColumn[] =>
  CONTRACTS[source].flatMap((table) =>
    Object.entries(table.columns).map(([name, column]) => ({ table: table.name, name, column })),
  );
