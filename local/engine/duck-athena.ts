import type { DuckDBConnection } from "@duckdb/node-api";
import { atTime } from "./athena-to-duckdb";
import { text } from "./block";
import type { Service } from "./interpreter";
import { ask, type TextAnswer, type TextRow } from "./rows";
import { queryFailed } from "./service-error";

const cells = (values: TextRow) => ({
  Data: values.map((value) => (value === null ? {} : { VarCharValue: value })),
});

/**
 * Athena as Step Functions knows it, `startQueryExecution.sync` and `getQueryResults`, with DuckDB in its place: runs
 * every statement as the machine sends it, one at a time.
 * @param now time of the statements; unless it is given, they ask for none
 */
export function duckAthena(connection: DuckDBConnection, now?: () => string): Service {
  const answers = new Map<string, TextAnswer>();
  let queries = 0;
  let last: Promise<unknown> = Promise.resolve();
  return async (parameters) => {
    if ("QueryExecutionId" in parameters) {
      const id = text(parameters["QueryExecutionId"]);
      const { columns, rows } = answers.get(id) ?? { columns: [], rows: [] };
      answers.delete(id);
      return { ResultSet: { Rows: [cells(columns), ...rows.map(cells)] } };
    }
    const sql = text(parameters["QueryString"]);
    const id = `query-${(queries += 1)}`;
    const began = performance.now();
    const asked = last.then(() => ask(connection, now === undefined ? sql : atTime(sql, now())));
    last = asked.catch(() => undefined);
    try {
      answers.set(id, await asked);
    } catch (error) {
      throw queryFailed(error instanceof Error ? error.message : String(error));
    }
    const milliseconds = Math.ceil(performance.now() - began);
    return { QueryExecution: { QueryExecutionId: id, Statistics: { TotalExecutionTimeInMillis: milliseconds } } };
  };
}
