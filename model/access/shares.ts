/** What a team's shares mean, table by table and column by column. */
import type { ConsumerAccount, Environment, Layer, Share, Source, Team } from "../landscape/types";
import { changesDatabase, curatedDatabase, teamName } from "../names";
import { coveredTables } from "./coverage";

/** What a team may read of a table. */
export interface TableGrant {
  readonly database: string;
  readonly table: string;
  /** Names of the readable columns; `all` when the share covers every column of the contract. */
  readonly columns: "all" | readonly string[];
  /** Name of the data cells filter that says which rows; it lists the columns too. */
  readonly filter?: string;
}

/** Catalog database of a source's tables in a layer. What the crawler finds is granted to nobody by name. */
export const databaseOf = (source: Source, layer: Layer = "curated"): string =>
  layer === "raw" ? changesDatabase(source) : curatedDatabase(source);

/** Whether a share reaches a consumer account by LF-tags, so that it follows the domain. */
export const byTags = (share: Share): boolean => share.tables === undefined && share.rows === undefined;

/** Data cells filters of a team, one per table, have this name. */
export const filterName = (environment: Environment, consumer: ConsumerAccount, team: Team): string =>
  teamName(environment, consumer, team);

/** Tables and columns that a share covers, in the order of the landscape. A table without a readable column is left out. */
export function tableGrants(environment: Environment, share: Share, filter?: string): readonly TableGrant[] {
  return coveredTables(environment, share).map(({ source, table, columns, readable }) => ({
    database: databaseOf(source, share.layer),
    table: table.name,
    // A change table has columns besides those of the contract, which belong to every row.
    columns: share.layer === "raw" || readable.length === columns.length ? "all" : readable.map(({ name }) => name),
    ...(share.rows === undefined || filter === undefined ? {} : { filter }),
  }));
}

/** All that a team may read. */
export function teamGrants(environment: Environment, consumer: ConsumerAccount, team: Team): readonly TableGrant[] {
  const filter = filterName(environment, consumer, team);
  return team.shares.flatMap((share) => tableGrants(environment, share, filter));
}

/** Shared databases that a consumer account links to, sorted. */
export function linkedDatabases(environment: Environment, consumer: ConsumerAccount): readonly string[] {
  const grants = consumer.teams.flatMap((team) => teamGrants(environment, consumer, team));
  return [...new Set(grants.map(({ database }) => database))].toSorted();
}
