import { placeAtSource } from "../contract/at-source";
import type { Environment, Source, TableContract } from "../landscape/types";
import { CUTOFF, crossedStatement, curatedStatement, sourceStatement, uncomparedColumns } from "./statements";

/** The statements of a source for people and for the bank's own scheduler, as one text. */
export function reconciliationReport(environment: Environment, source: Source): string {
  return [
    `-- Source ${source.name} (${source.engine}) of ${environment.name}`,
    `-- Write for ${CUTOFF} a moment in UTC, for example 2026-06-01 03:00:00: rows that changed at it or later are left out.`,
    ...source.tables.map((table) => tableReport(source, table)),
  ].join("\n\n");
}

function tableReport(source: Source, table: TableContract): string {
  const others = uncomparedColumns(source, table);
  const crossed = crossedStatement(source, table);
  return [
    `-- ${placeAtSource(table)}, at the source${others.length === 0 ? "" : `; only whether there is a value: ${others.join(", ")}`}`,
    `${sourceStatement(source, table)};`,
    `-- ${table.name}, in Athena`,
    `${curatedStatement(source, table)};`,
    ...(crossed === undefined
      ? []
      : [`-- ${table.name}, in Athena: rows that do not meet its conditions; there must be none`, `${crossed};`]),
  ].join("\n");
}
