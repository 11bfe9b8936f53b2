import {
  type AthenaClient,
  GetNamedQueryCommand,
  GetPreparedStatementCommand,
  paginateListNamedQueries,
  paginateListPreparedStatements,
  paginateListWorkGroups,
} from "@aws-sdk/client-athena";
import { exampleValues } from "./example-values";

/** A question that a workgroup keeps. */
export interface SavedQuery {
  /** Id of the account. */
  readonly account: string;
  readonly workgroup: string;
  readonly name: string;
  /** Whether it is saved for the console, or prepared for programs. */
  readonly kind: "prepared" | "saved";
  /** Database that the console opens with it; a prepared statement has none. */
  readonly database: string | undefined;
  readonly sql: string;
  /** Values to try it with; nothing: none could be found. */
  readonly parameters: readonly string[] | undefined;
}

/** Every saved query and prepared statement of an account's workgroups, in the order of their names. */
export async function savedQueries(account: string, athena: AthenaClient): Promise<readonly SavedQuery[]> {
  const found: SavedQuery[] = [];
  for (const workgroup of await workgroups(athena)) {
    const saved = await savedIn(account, athena, workgroup);
    found.push(...saved, ...(await preparedIn(account, athena, workgroup, saved)));
  }
  return found.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
}

const keyOf = ({ workgroup, name, kind }: SavedQuery): string => [workgroup, name, kind].join("\n");

async function workgroups(client: AthenaClient): Promise<readonly string[]> {
  const names: string[] = [];
  for await (const page of paginateListWorkGroups({ client }, {})) {
    names.push(...(page.WorkGroups ?? []).flatMap(({ Name: name }) => name ?? []));
  }
  return names;
}

async function savedIn(account: string, client: AthenaClient, workgroup: string): Promise<readonly SavedQuery[]> {
  const found: SavedQuery[] = [];
  for await (const page of paginateListNamedQueries({ client }, { WorkGroup: workgroup })) {
    for (const id of page.NamedQueryIds ?? []) {
      const { NamedQuery: query } = await client.send(new GetNamedQueryCommand({ NamedQueryId: id }));
      if (query?.QueryString === undefined) continue;
      const { Name: name = id, Database: database, QueryString: sql } = query;
      found.push({ account, workgroup, name, kind: "saved", database, sql, parameters: [] });
    }
  }
  return found;
}

/** Prepared statements carry no examples: they are read off the saved query of the same name, which has them filled in. */
async function preparedIn(
  account: string,
  client: AthenaClient,
  workgroup: string,
  saved: readonly SavedQuery[],
): Promise<readonly SavedQuery[]> {
  const found: SavedQuery[] = [];
  for await (const page of paginateListPreparedStatements({ client }, { WorkGroup: workgroup })) {
    for (const { StatementName: name } of page.PreparedStatements ?? []) {
      const command = new GetPreparedStatementCommand({ StatementName: name, WorkGroup: workgroup });
      const sql = (await client.send(command)).PreparedStatement?.QueryStatement;
      if (name === undefined || sql === undefined) continue;
      const filled = saved.find((query) => query.name === name);
      const parameters = filled === undefined ? undefined : exampleValues(sql, filled.sql);
      found.push({ account, workgroup, name, kind: "prepared", database: undefined, sql, parameters });
    }
  }
  return found;
}
