import type { Facts } from "../facts/types";
import { liveBuckets } from "./buckets";
import { liveCatalog, liveTags } from "./catalog";
import type { LiveAccount } from "./clients";
import { liveFilters, liveGrants } from "./grants";
import { liveIdentities } from "./identities";
import { liveKeys } from "./keys";
import { liveLocations, liveSettings } from "./settings";

/** What live accounts say that decides about access, in the shape in which the audit reads it from JSON. */
export async function liveFacts(accounts: readonly LiveAccount[]): Promise<Facts> {
  const parts: Part[] = [];
  for (const account of accounts) parts.push(await partOf(account));
  const all = <Key extends keyof Part>(key: Key): Part[Key][number][] =>
    parts.flatMap((part): Part[Key][number][] => [...part[key]]);
  return {
    databases: all("databases"),
    tables: all("tables"),
    links: all("links"),
    filters: all("filters"),
    grants: all("grants"),
    tags: all("tags"),
    settings: all("settings"),
    locations: all("locations"),
    identities: all("identities"),
    buckets: all("buckets"),
    keys: all("keys"),
    accounts: new Set(accounts.map(({ id }) => id)),
    deployers: new Set(),
  };
}

type Part = Omit<Facts, "accounts" | "deployers">;

async function partOf(account: LiveAccount): Promise<Part> {
  const keys = await liveKeys(account);
  const arnOf = (key: string): string =>
    keys.find(({ arn, name }) => arn.endsWith(`/${key}`) || key.endsWith(name))?.arn ?? key;
  const buckets = await liveBuckets(account);
  return {
    ...(await liveCatalog(account)),
    filters: await liveFilters(account),
    grants: await liveGrants(account),
    tags: await liveTags(account),
    settings: [await liveSettings(account)],
    locations: await liveLocations(account),
    identities: await liveIdentities(account),
    // A bucket names its key by ARN, id or alias, whichever it was given.
    buckets: buckets.map((bucket) => (bucket.key === undefined ? bucket : { ...bucket, key: arnOf(bucket.key) })),
    keys,
  };
}
