import type { Database } from "../../../functions/readiness/apply.cjs";
import type { Source } from "../../../model/landscape/types";
import { readinessPlan } from "../../../model/readiness/plan";
import { CUTOFF, sourceStatement } from "../../../model/reconciliation/statements";
import { first } from "../json";

/** What readiness finds on a server, with what to do about it. */
export async function findingsOf(source: Source, database: Database): Promise<readonly string[]> {
  const { before, after } = readinessPlan(source);
  const found: string[] = [];
  for (const { sql, remedy } of [...before, ...after]) {
    for (const finding of await database.query(sql)) found.push(`${finding}: ${remedy}`);
  }
  return found;
}

/** A moment after all changes, so that reconciliation compares every row. */
export const AFTER_ALL = "2999-01-01 00:00:00";

/** What reconciliation asks the source about a table. */
export function figuresStatement(source: Source, table: string): string {
  const contract = first(source.tables.filter(({ name }) => name === table));
  return sourceStatement(source, contract).replaceAll(CUTOFF, AFTER_ALL);
}
