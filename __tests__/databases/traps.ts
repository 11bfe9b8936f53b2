import type { Database, Event } from "../../functions/readiness/apply.cjs";

/** A trap of a database, what readiness says of it, and the remedy of the finding, followed. */
export interface Trap {
  readonly name: string;
  readonly plant: string;
  readonly findings: readonly string[];
  readonly mend: string;
}

/** What all questions of a plan find, without remedies, as if no statement were to be run. */
export async function findingsOf({ before, after }: Event["plan"], { query }: Pick<Database, "query">) {
  const found: string[] = [];
  for (const { sql } of [...before, ...after]) found.push(...(await query(sql)));
  return found;
}
