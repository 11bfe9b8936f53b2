import type { DuckDBConnection } from "@duckdb/node-api";
import type { IdentityFact } from "../../audit/facts/types";
import type { AccessMatrix } from "../../audit/matrix/types";
import { teamRoles } from "./roles";
import type { SavedQuery } from "./saved-queries";
import { type Answer, TeamView } from "./team-view";
import { workgroupUsers } from "./workgroup-users";

/** A saved query, asked as a role that may use its workgroup. */
export interface SavedQueryRun {
  readonly query: SavedQuery;
  /** Name of the role. */
  readonly role: string;
  readonly answer: Answer;
}

export interface SavedQueryRuns {
  readonly runs: readonly SavedQueryRun[];
  /** In words; empty when every query answers. */
  readonly findings: readonly string[];
}

/** What the accounts report, and when it is asked. */
export interface SavedQueryProps {
  readonly matrix: AccessMatrix;
  readonly queries: readonly SavedQuery[];
  /** Roles of the accounts that have the queries. */
  readonly identities: readonly IdentityFact[];
  readonly region: string;
  /** ISO 8601 */
  readonly now: string;
}

/** Asks every saved query as each team role that may start queries in its workgroup. */
export async function runSavedQueries(connection: DuckDBConnection, props: SavedQueryProps): Promise<SavedQueryRuns> {
  const { matrix, queries, now } = props;
  const runs: SavedQueryRun[] = [];
  const findings: string[] = [];
  for (const role of teamRoles(matrix)) {
    const own = queries.filter((query) => mayStart(props, query, role.arn));
    if (own.length === 0) continue;
    const view = await TeamView.open(connection, matrix, role);
    for (const query of own) {
      const { sql, parameters, database } = query;
      if (parameters === undefined) continue;
      runs.push({ query, role: role.name, answer: await view.ask({ sql, parameters, now, database }) });
    }
    await view.close();
  }
  for (const query of queries) findings.push(...findingsOf(query, runs));
  return { runs, findings };
}

const mayStart = ({ identities, region }: SavedQueryProps, query: SavedQuery, role: string): boolean =>
  workgroupUsers(
    identities.filter(({ account }) => account === query.account),
    { ...query, region },
  ).some(({ arn }) => arn === role);

function findingsOf(query: SavedQuery, runs: readonly SavedQueryRun[]): readonly string[] {
  const what = `${query.account}: ${query.kind} query ${query.name} of workgroup ${query.workgroup}`;
  if (query.parameters === undefined) return [`${what} is not the saved query of that name with values left out`];
  const own = runs.filter((run) => run.query === query);
  if (own.length === 0) return [`${what} can be asked by no team role: none may start queries in its workgroup`];
  return own.flatMap(({ role, answer }) => ("error" in answer ? [`${what} fails as ${role}: ${answer.error}`] : []));
}

/**
 * Queries that were not asked prove nothing, and without a row they prove little.
 * @param rows whether the bank has rows that they are written for
 */
export function unasked(runs: readonly SavedQueryRun[], { rows }: { readonly rows: boolean }): readonly string[] {
  if (runs.length === 0) return ["no saved query was asked: nothing was tried"];
  if (!rows) return [];
  const some = runs.some(({ answer }) => "rows" in answer && answer.rows.length > 0);
  return some ? [] : ["no saved query answered with a row"];
}
