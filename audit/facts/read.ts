import { isUndecided } from "../output/tokens";
import type { Resolver } from "../output/types";
import { readBuckets } from "./buckets";
import { readDatabases, readLinks, readTables } from "./catalog";
import { readFilters, readGrants } from "./grants";
import { readIdentities } from "./identities";
import { readKeys } from "./keys";
import { readLocations, readSettings } from "./settings";
import { readTagDefinitions, TagAssignments } from "./tags";
import type { Facts } from "./types";

/** Everything in the JSON that decides about access. */
export function readFacts(resolver: Resolver): Facts {
  const assignments = new TagAssignments(resolver);
  const { stacks } = resolver.output;
  return {
    databases: readDatabases(resolver, assignments),
    tables: readTables(resolver, assignments),
    links: readLinks(resolver),
    filters: readFilters(resolver),
    grants: readGrants(resolver),
    tags: readTagDefinitions(resolver),
    settings: readSettings(resolver),
    locations: readLocations(resolver),
    identities: readIdentities(resolver),
    buckets: readBuckets(resolver),
    keys: readKeys(resolver),
    accounts: new Set(stacks.map(({ account }) => account).filter((account) => !isUndecided(account))),
    deployers: new Set(stacks.flatMap(({ role }) => role ?? [])),
  };
}
