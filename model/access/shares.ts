/** What shares mean: for an account, by LF-tags; for a team, table by table and column by column. */
import { type Classification, highest, mayRead, readableUpTo } from "../contract/classification";
import { lakeColumns } from "../contract/lake-columns";
import type { ConsumerAccount, Environment, Share, Source, Team } from "../landscape/types";
import { curatedDatabase } from "../names";
import { type LfTag, TAG } from "./tags";

/** What an account may read of a domain, to hand it on to its teams. */
export interface AccountGrant {
  readonly domain: string;
  /** All of these must match, each with one of its values. */
  readonly databases: readonly LfTag[];
  readonly tables: readonly LfTag[];
}

/** What a team may read of a table. */
export interface TableGrant {
  readonly database: string;
  readonly table: string;
  /** Names of the readable columns; `all` when the share covers every column of the contract. */
  readonly columns: "all" | readonly string[];
}

/** All sources of a domain, in the order of the landscape. */
export function sourcesOf(environment: Environment, domain: string): readonly Source[] {
  return environment.producers.flatMap(({ sources }) => sources.filter((source) => source.domain === domain));
}

/** Grants to a consumer account: per domain, up to the highest classification that one of its teams may read. */
export function accountGrants(consumer: ConsumerAccount): readonly AccountGrant[] {
  const ceilings = new Map<string, Classification>();
  for (const { domain, upTo } of consumer.teams.flatMap(({ shares }) => shares)) {
    ceilings.set(domain, highest([ceilings.get(domain) ?? "public", upTo]));
  }
  return [...ceilings]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([domain, ceiling]) => {
      const databases = [
        { key: TAG.domain, values: [domain] },
        { key: TAG.layer, values: ["curated"] },
      ];
      return {
        domain,
        databases,
        tables: [{ key: TAG.classification, values: readableUpTo(ceiling) }, ...databases],
      };
    });
}

/** Tables and columns that a share covers, in the order of the landscape. A table without a readable column is left out. */
export function tableGrants(environment: Environment, { domain, upTo }: Share): readonly TableGrant[] {
  return sourcesOf(environment, domain).flatMap((source) =>
    source.tables.flatMap((table) => {
      const columns = lakeColumns(source, table);
      const readable = columns.filter(({ classification }) => mayRead(upTo, classification)).map(({ name }) => name);
      if (readable.length === 0) return [];
      return [
        {
          database: curatedDatabase(source),
          table: table.name,
          columns: readable.length === columns.length ? "all" : readable,
        },
      ];
    }),
  );
}

/** All that a team may read. */
export function teamGrants(environment: Environment, team: Team): readonly TableGrant[] {
  return team.shares.flatMap((share) => tableGrants(environment, share));
}

/** Shared databases that a consumer account links to, sorted. */
export function linkedDatabases(environment: Environment, consumer: ConsumerAccount): readonly string[] {
  const grants = consumer.teams.flatMap((team) => teamGrants(environment, team));
  return [...new Set(grants.map(({ database }) => database))].toSorted();
}
