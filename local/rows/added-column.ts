/** The column that a bank adds on request. */
import { type Catalog, type Finding, nameOf } from "../lake";
import type { PlannedTable, TaskSource } from "../replication";
import type { Bank, BankTable } from "../source-systems";
import { currentOf } from "../source-systems/sql";

const COLUMN = "channel";

/** A column that a table gets in the middle of the captured time. */
export interface AddedColumn {
  readonly table: BankTable;
  readonly name: string;
  /** The declared tables over the folder where its files come. */
  readonly declared: readonly string[];
  /** Whether DMS brings it before the next full load; without triggers it learns nothing of one of PostgreSQL. */
  readonly arrives: boolean;
}

/** A replication that brings tables. */
export interface Replicating {
  readonly task: { readonly source: Pick<TaskSource, "seesAddedColumns"> };
  readonly plans: readonly PlannedTable[];
}

/** What is deployed, and the bank whose rows go through it. */
export interface Played {
  readonly replications: readonly Replicating[];
  readonly catalog: Pick<Catalog, "files">;
  readonly bank: Pick<Bank, "changes">;
}

/** A name that no column of a table has. */
function freeName({ columns }: BankTable): string {
  const taken = new Set(columns.map(({ name }) => name.toLowerCase()));
  let [name, number] = [COLUMN, 2];
  for (; taken.has(name); number += 1) name = `${COLUMN}_${number}`;
  return name;
}

/** How many rows of each table are written after a time; a deleted one has no column. */
function writtenAfter(bank: Pick<Bank, "changes">, time: bigint): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { committed, changes } of bank.changes()) {
    if (committed <= time) continue;
    for (const { table, operation } of changes) {
      const key = currentOf(table);
      if (operation !== "D") counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return counts;
}

/**
 * Chooses the table that gets a column at a time: where DMS brings it if there is such a task, and of those tables the one
 * that most rows are written to afterwards.
 * @throws if no task captures a table
 */
export function columnToAdd({ replications, catalog, bank }: Played, time: bigint): AddedColumn {
  const written = writtenAfter(bank, time);
  const rank = ({ replication, plan }: { readonly replication: Replicating; readonly plan: PlannedTable }): number =>
    (written.get(currentOf(plan.source)) ?? 0) + (replication.task.source.seesAddedColumns ? 1e9 : 0);
  const [chosen] = replications
    .flatMap((replication) => replication.plans.map((plan) => ({ replication, plan })))
    .toSorted((one, other) => rank(other) - rank(one));
  if (chosen === undefined) throw new Error("no task captures a table that could get a column");
  const { replication, plan } = chosen;
  return {
    table: plan.source,
    name: freeName(plan.source),
    declared: catalog.files
      .filter(({ place }) => place.bucket === plan.bucket && place.prefix === plan.prefix)
      .map(nameOf),
    arrives: replication.task.source.seesAddedColumns,
  };
}

type Asked = Pick<AddedColumn, "arrives" | "declared" | "name"> | undefined;

/** An added column must be noticed, for the catalog learns of it from a person; it is no mistake. */
export function unasked(added: Asked, findings: readonly Finding[]): readonly string[] {
  if (added?.arrives !== true) return findings.map(inWords);
  const { name, declared } = added;
  const isAdded = ({ table, found }: Finding): boolean =>
    declared.includes(table) && found.startsWith(`column ${name} is in`);
  const others = findings.filter((finding) => !isAdded(finding)).map(inWords);
  return findings.some(isAdded) ? others : [...others, `nobody notices column ${name} of ${declared.join(", ")}`];
}

/** A table without the column that nobody has declared yet: the lake cannot have it. */
export const asDeclared = (added: AddedColumn | undefined, plan: PlannedTable): PlannedTable =>
  added !== undefined && currentOf(plan.source) === currentOf(added.table)
    ? { ...plan, columns: plan.columns.filter(({ name }) => name !== added.name) }
    : plan;

const inWords = ({ table, found, look }: Finding): string => `${table}: ${found}. Look at ${look}.`;
