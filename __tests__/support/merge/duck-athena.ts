import { LOOK_COLUMNS } from "../../../model/sql/look";
import { text } from "../json";
import type { DuckLake } from "./duck-lake";
import type { Service } from "./merge-machine";
import { queryFailed } from "./service-error";

/** Athena, with DuckDB in its place: runs every statement as the machine sends it. */
export function duckAthena(lake: DuckLake): Service {
  const answers = new Map<string, readonly (readonly (string | null)[])[]>();
  return async (parameters) => {
    if ("QueryExecutionId" in parameters) {
      const rows = answers.get(text(parameters["QueryExecutionId"])) ?? [];
      answers.clear();
      const shown = [LOOK_COLUMNS, ...rows].map((row) => ({
        Data: row.map((value) => (value === null ? {} : { VarCharValue: value })),
      }));
      return { ResultSet: { Rows: shown } };
    }
    const id = `query-${answers.size}`;
    try {
      answers.set(id, await lake.query(text(parameters["QueryString"])));
    } catch (error) {
      throw queryFailed(error instanceof Error ? error.message : String(error));
    }
    return { QueryExecution: { QueryExecutionId: id, Statistics: { TotalExecutionTimeInMillis: 1 } } };
  };
}
