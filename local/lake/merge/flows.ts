import { type AthenaClient, GetNamedQueryCommand, InvalidRequestException } from "@aws-sdk/client-athena";
import { nameOf } from "../catalog/types";
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
  /** Columns that the statement makes of others by an expression: `CAST("is_blocked" AS boolean) AS "is_blocked"`. */
  readonly computed: readonly string[];
  /** Columns by which it finds the row that a change is about; nothing when it says so in another form. */
  readonly matchedBy: readonly string[] | undefined;
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
  for (const { table, merge, load } of machine.tables) {
    const statement = await readStatement(athena, merge, `${machine.name}, merging ${table}`);
    const other = await readStatement(athena, load, `${machine.name}, loading ${table}`);
    for (const each of [statement, other]) {
      // The machine looks for new changes in the table of the item's name, whatever the statement reads.
      if (each.changes.name === table && nameOf(each.current) === nameOf(statement.current)) continue;
      throw new LakeError(
        `${each.owner} reads ${nameOf(each.changes)} and writes ${nameOf(each.current)}: its id stands at another table`,
      );
    }
    const { current, changes, computed, matchedBy } = statement;
    flows.push({ machine: machine.name, current, changes, computed, matchedBy });
  }
  return flows;
}

/** @throws LakeError when there is none of that id, or it merges nothing */
async function readStatement(athena: AthenaClient, id: string, owner: string) {
  const query = await namedQuery(athena, id, owner);
  const words = `${owner}, saved query ${query.name}`;
  const computed = [...query.sql.matchAll(/\bAS "([^"]+)"/gi)].map(([, name = ""]) => name);
  return {
    owner: words,
    current: tableAfter("MERGE INTO", query.sql, words),
    changes: tableAfter("FROM", query.sql, words),
    computed: [...new Set(computed)],
    matchedBy: matchedColumns(query.sql),
  };
}

/** Columns of `ON t."a" = s."a" AND t."b" = s."b"`. */
function matchedColumns(sql: string): readonly string[] | undefined {
  const [, condition = ""] = /\bON\s+(t\.[\s\S]+?)\s+WHEN\b/i.exec(sql) ?? [];
  const columns = condition.split(/\s+AND\s+/i).map((part) => /^t\."([^"]+)"\s*=\s*s\."\1"$/.exec(part)?.[1]);
  return columns.every((name) => name !== undefined) ? columns : undefined;
}

async function namedQuery(athena: AthenaClient, id: string, owner: string) {
  try {
    const { NamedQuery: query } = await athena.send(new GetNamedQueryCommand({ NamedQueryId: id }));
    return { name: query?.Name ?? id, sql: query?.QueryString ?? "" };
  } catch (error) {
    if (!(error instanceof InvalidRequestException)) throw error;
    throw new LakeError(`${owner}: Athena has no saved query with the id ${id}`);
  }
}
