import type { Finding } from "../lake";
import type { PlannedTable } from "../replication";
import type { Trouble } from "./options";

/** The column that the bank adds on request; by DMS's settings one of PostgreSQL would come with the next load only. */
export const ADDED = { table: "loan", column: "channel" } as const;

const isAdded = ({ table, found }: Finding): boolean =>
  table.endsWith(`.${ADDED.table}`) && found.startsWith(`column ${ADDED.column} is in`);

/** An added column must be noticed, for the catalog learns of it from a person; it is no mistake. */
export function unasked(trouble: Trouble | undefined, findings: readonly Finding[]): readonly string[] {
  if (trouble !== "column") return findings.map(inWords);
  const others = findings.filter((finding) => !isAdded(finding)).map(inWords);
  return findings.some(isAdded) ? others : [...others, `nobody notices column ${ADDED.column} of ${ADDED.table}`];
}

/** A table without the column that nobody has declared yet: the lake cannot have it. */
export const asDeclared = (plan: PlannedTable): PlannedTable =>
  plan.source.name === ADDED.table
    ? { ...plan, columns: plan.columns.filter(({ name }) => name !== ADDED.column) }
    : plan;

const inWords = ({ table, found, look }: Finding): string => `${table}: ${found}. Look at ${look}.`;
