import { atSource } from "../../model/contract/at-source";
import type { Environment } from "../../model/landscape/types";
import { conditionsOf } from "../../model/reconciliation/conditions";
import { POSTGRESQL } from "../../model/reconciliation/postgresql";
import type { BankTable } from "../source-systems";
import { currentOf } from "../source-systems/sql";

/** Whose contracts say which rows reach the lake. */
type Landscape = { readonly producers: readonly Pick<Environment["producers"][number], "sources">[] };

/**
 * Rows of a bank's table that must be in the lake, in SQL: those that meet the conditions of its contract, as reconciliation
 * asks the source for them. DuckDB reads what is written for PostgreSQL.
 */
export const expectedRows =
  ({ producers }: Landscape) =>
  (table: BankTable): string => {
    const rows = currentOf(table);
    const conditions = producers
      .flatMap(({ sources }) => sources)
      .filter(({ name }) => table.system === undefined || table.system === name)
      .flatMap((source) =>
        source.tables
          .map(atSource)
          .filter(({ schema, name }) => schema === table.schema && name === table.name)
          .flatMap((contract) => conditionsOf(POSTGRESQL, (column) => column, source, contract)),
      );
    return conditions.length === 0 ? rows : `(SELECT * FROM ${rows} WHERE ${conditions.join(" AND ")})`;
  };
