import type { BankDatabase, BankTable } from "../../../../local/source-systems";
import { createTable } from "../../../databases/tables";
import { CaptureLine, type Place } from "../line";
import type { RealSource } from "../source";
import type { Outcome, Trap } from "./trap";

/** The table as the database really has it. */
function tableOf({ table, actual = {} }: Trap): BankTable {
  const { schema, name, primaryKey, columns } = table;
  return {
    schema,
    name,
    primaryKey,
    columns: Object.entries(columns).map(([column, { type }]) => ({
      name: actual[column]?.name ?? column,
      type: actual[column]?.type ?? type,
      nullable: !primaryKey.includes(column),
    })),
  };
}

/** The database in which traps lie. */
export const trappedDatabase = (
  engine: BankDatabase["engine"],
  database: string,
  traps: readonly Trap[],
): BankDatabase => ({ engine, database, tables: traps.map(tableOf) });

const created = (trap: Trap, quote: "`" | '"'): string => {
  if (trap.create !== undefined) return trap.create;
  const { columns } = tableOf(trap);
  const contracts = Object.values(trap.table.columns);
  const [anything] = contracts;
  if (anything === undefined) throw new Error(`${trap.name}: no columns`);
  const actual = columns.map(({ name, type }) => [name, { ...anything, type }] as const);
  return createTable({ ...trap.table, columns: Object.fromEntries(actual) }, quote);
};

/** What became of a trap, and how its current-state table differs. */
export interface Sprung extends Outcome {
  readonly differences: readonly string[];
}

/** What became of each trap, by name: all of them lie in one database, and the bank goes on for a while. */
export async function sprung(
  place: Place,
  real: RealSource,
  traps: readonly Trap[],
): Promise<ReadonlyMap<string, Sprung>> {
  const quote = real.database.engine === "mysql" ? "`" : '"';
  for (const trap of traps) await real.run(created(trap, quote), ...(trap.before ?? []));
  await real.prepare();
  await real.run(...traps.flatMap(({ plant = [] }) => plant));
  const findings = await real.findings();
  const line = await CaptureLine.open(place, real);
  await line.load();
  await real.run(...traps.flatMap(({ work = [] }) => work));
  await line.carry();
  const { tables } = await line.compare();
  const outcomes = new Map<string, Sprung>();
  for (const { name, table, about } of traps) {
    const full = `${table.schema}.${table.name}`;
    const differences = tables.find(({ source }) => source === full)?.differences ?? ["no task brings it"];
    const isAbout = (finding: string): boolean => new RegExp(String.raw`\b${about ?? full}\b`).test(finding);
    const [there, here] = [await real.figures(table.name), await line.figures(table.name)];
    outcomes.set(name, {
      isLost: differences.length > 0,
      readiness: findings.filter(isAbout).join("\n"),
      isReconciled: JSON.stringify(there) !== JSON.stringify(here),
      differences,
    });
  }
  line.close();
  return outcomes;
}
