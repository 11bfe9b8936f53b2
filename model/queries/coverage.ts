import { teamGrants } from "../access/shares";
import type { ConsumerAccount, Environment, SavedQuery, Team } from "../landscape/types";
import { curatedDatabase } from "../names";
import { placeholders, tableOf } from "./placeholders";

/** Why a team does not get a query: the table that it cannot read as the query needs it. */
export interface Obstacle {
  /** `<source>.<table>` */
  readonly table: string;
  readonly reason: string;
}

/** What keeps a query from a team; nothing when its shares cover every column of every table, in all rows. */
export function obstacles(
  environment: Environment,
  consumer: ConsumerAccount,
  team: Team,
  query: SavedQuery,
): readonly Obstacle[] {
  const grants = teamGrants(environment, consumer, team);
  return Object.keys(query.tables).flatMap((alias) => {
    const [source, table] = tableOf(query, alias);
    const grant = grants.find((each) => each.database === curatedDatabase({ name: source }) && each.table === table);
    const name = `${source}.${table}`;
    if (grant === undefined) return [{ table: name, reason: "no share opens the table" }];
    // The answer would be right for the rows that the team sees, and be taken for the whole.
    if (grant.filter !== undefined) return [{ table: name, reason: "the share opens some of its rows only" }];
    const { columns } = grant;
    if (columns === "all") return [];
    const missing = [
      ...new Set(placeholders(query.sql).flatMap((each) => (each.alias === alias ? (each.column ?? []) : []))),
    ]
      .filter((column) => !columns.includes(column))
      .toSorted();
    return missing.length === 0 ? [] : [{ table: name, reason: `no share opens ${missing.join(", ")}` }];
  });
}

/** The saved queries that a team can run, in the order of the landscape. */
export function teamQueries(environment: Environment, consumer: ConsumerAccount, team: Team): readonly SavedQuery[] {
  return (environment.queries ?? []).filter((query) => obstacles(environment, consumer, team, query).length === 0);
}
