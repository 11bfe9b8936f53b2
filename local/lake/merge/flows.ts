import { type AthenaClient, GetNamedQueryCommand } from "@aws-sdk/client-athena";
import { LakeError } from "../error";
import type { MergeMachine } from "./machines";

/** A table by the names that statements call it. */
export interface TableName {
  readonly database: string;
  readonly name: string;
}

/** Which tables a current-state table is made of. */
export interface Flow {
  readonly machine: string;
  readonly current: TableName;
  readonly changes: TableName;
}

const QUOTED = String.raw`"((?:[^"]|"")+)"\."((?:[^"]|"")+)"`;
const unquoted = (name: string): string => name.replaceAll('""', '"');

function tableAfter(words: string, sql: string, owner: string): TableName {
  const [, database, name] = new RegExp(String.raw`\b${words}\s+${QUOTED}`, "i").exec(sql) ?? [];
  if (database === undefined || name === undefined) throw new LakeError(`${owner} has no ${words} "database"."table"`);
  return { database: unquoted(database), name: unquoted(name) };
}

/** Tables that a statement names, in their order, as `database.table`. */
export const tablesIn = (sql: string): readonly string[] => [
  ...new Set(
    [...sql.matchAll(new RegExp(String.raw`\b(?:FROM|INTO)\s+${QUOTED}`, "gi"))].map(([, database = "", name = ""]) =>
      [database, name].map(unquoted).join("."),
    ),
  ),
];

/**
 * From where to where a state machine merges, read from its saved statements.
 * @throws LakeError when a statement is none that merges one table into another
 */
export async function flowsOf(machine: MergeMachine, athena: AthenaClient): Promise<readonly Flow[]> {
  const flows: Flow[] = [];
  for (const { table, merge } of machine.tables) {
    const { NamedQuery: query } = await athena.send(new GetNamedQueryCommand({ NamedQueryId: merge }));
    const sql = query?.QueryString ?? "";
    const owner = `${machine.name}, saved query ${query?.Name ?? merge} of ${table}`;
    const [current, changes] = [tableAfter("MERGE INTO", sql, owner), tableAfter("FROM", sql, owner)];
    flows.push({ machine: machine.name, current, changes });
  }
  return flows;
}
