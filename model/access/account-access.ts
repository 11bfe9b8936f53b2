/** What governance grants to a consumer account, for the account to hand on to its teams. */
import { type Classification, highest, mayRead, readableUpTo } from "../contract/classification";
import type { ConsumerAccount, Environment, Layer, Share } from "../landscape/types";
import { coveredTables } from "./coverage";
import { renderRowRule } from "./row-rule";
import { byTags, databaseOf, filterName } from "./shares";
import { type LfTag, TAG } from "./tags";

/** A domain, by LF-tags: tables and columns that appear later are covered. */
export interface AccountGrant {
  readonly domain: string;
  readonly layer: Layer;
  /** All of these must match, each with one of its values. */
  readonly databases: readonly LfTag[];
  readonly tables: readonly LfTag[];
}

/** Single tables, by name. The columns are listed, so that the grant never outgrows the shares. */
export interface NamedGrant {
  readonly database: string;
  readonly table: string;
  readonly columns: readonly string[];
}

/** Some rows of a table, for one team. */
export interface RowFilter extends NamedGrant {
  readonly name: string;
  /** Condition in the language of Lake Formation's data filters. */
  readonly expression: string;
}

/** Everything that one consumer account is granted. */
export interface AccountAccess {
  readonly grants: readonly AccountGrant[];
  /** Databases of `tables` and `filters`, which tags do not reach. */
  readonly databases: readonly string[];
  readonly tables: readonly NamedGrant[];
  readonly filters: readonly RowFilter[];
}

const sharesOf = ({ teams }: ConsumerAccount): readonly Share[] => teams.flatMap(({ shares }) => shares);

/** Highest classification that a consumer account is granted by tags, by domain and layer. */
function ceilings(consumer: ConsumerAccount): ReadonlyMap<string, Classification> {
  const found = new Map<string, Classification>();
  for (const share of sharesOf(consumer).filter(byTags)) {
    const key = keyOf(share);
    found.set(key, highest([found.get(key) ?? "public", share.upTo]));
  }
  return found;
}

/** Neither a domain nor a layer contains a space. */
const keyOf = ({ domain, layer = "curated" }: Share): string => `${domain} ${layer}`;

/** Grants by tags to a consumer account: per domain and layer, up to the highest classification that a team may read. */
export function accountGrants(consumer: ConsumerAccount): readonly AccountGrant[] {
  return [...ceilings(consumer)]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, ceiling]) => {
      const [domain = "", layer] = key.split(" ");
      const databases = [
        { key: TAG.domain, values: [domain] },
        { key: TAG.layer, values: [layer === "raw" ? "raw" : "curated"] },
      ];
      return {
        domain,
        layer: layer === "raw" ? "raw" : "curated",
        databases,
        tables: [{ key: TAG.classification, values: readableUpTo(ceiling) }, ...databases],
      };
    });
}

/** Tables that shares name, with the columns of all of them, unless tags reach those columns already. */
function namedGrants(environment: Environment, consumer: ConsumerAccount): readonly NamedGrant[] {
  const byTag = ceilings(consumer);
  const found = new Map<string, { readonly database: string; readonly table: string; readonly columns: Set<string> }>();
  for (const share of sharesOf(consumer)) {
    const ceiling = byTag.get(keyOf(share));
    if (byTags(share) || share.rows !== undefined || (ceiling !== undefined && mayRead(ceiling, share.upTo))) continue;
    for (const { source, table, readable } of coveredTables(environment, share)) {
      const database = databaseOf(source, share.layer);
      const key = `${database}.${table.name}`;
      const grant = found.get(key) ?? { database, table: table.name, columns: new Set<string>() };
      for (const { name } of readable) grant.columns.add(name);
      found.set(key, grant);
    }
  }
  return [...found.values()].map(({ columns, ...grant }) => ({ ...grant, columns: [...columns] }));
}

/** One filter per team and table under a row rule. */
function rowFilters(environment: Environment, consumer: ConsumerAccount): readonly RowFilter[] {
  return consumer.teams.flatMap((team) =>
    team.shares.flatMap((share) => {
      const { rows } = share;
      if (rows === undefined) return [];
      return coveredTables(environment, share).map(({ source, table, readable }) => ({
        name: filterName(environment, consumer, team),
        database: databaseOf(source, share.layer),
        table: table.name,
        columns: readable.map(({ name }) => name),
        expression: renderRowRule(rows),
      }));
    }),
  );
}

/** All grants to one consumer account. */
export function accountAccess(environment: Environment, consumer: ConsumerAccount): AccountAccess {
  const tables = namedGrants(environment, consumer);
  const filters = rowFilters(environment, consumer);
  const databases = [...new Set([...tables, ...filters].map(({ database }) => database))].toSorted();
  return { grants: accountGrants(consumer), databases, tables, filters };
}
