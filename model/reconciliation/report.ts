import type { Environment, Source, TableContract } from "../landscape/types";
import { CUTOFF, comparedColumns, curatedStatement, sourceStatement } from "./statements";

/** The statements of a source for people and for the bank's own scheduler, as one text. */
export function reconciliationReport(environment: Environment, source: Source): string {
  return [
    `-- Source ${source.name} (${source.engine}) of ${environment.name}`,
    `-- Write for ${CUTOFF} a moment in UTC, for example 2026-06-01 03:00:00: rows that changed at it or later are left out.`,
    ...source.tables.map((table) => tableReport(source, table)),
  ].join("\n\n");
}

function tableReport(source: Source, table: TableContract): string {
  const compared = new Set(comparedColumns(source, table).map(({ name }) => name));
  const others = Object.entries(table.columns)
    .filter(([name, { classification }]) => classification !== "forbidden" && !compared.has(name))
    .map(([name]) => name);
  return [
    `-- ${table.schema}.${table.name}, at the source${others.length === 0 ? "" : `; not compared: ${others.join(", ")}`}`,
    `${sourceStatement(source, table)};`,
    `-- ${table.name}, in Athena`,
    `${curatedStatement(source, table)};`,
  ].join("\n");
}
