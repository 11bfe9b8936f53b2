import { AthenaClient } from "@aws-sdk/client-athena";
import type { IdentityFact } from "../../audit/facts/types";
import { enter, type Way } from "../../audit/live/clients";
import { liveIdentities } from "../../audit/live/identities";
import type { AccessMatrix } from "../../audit/matrix/types";
import { teamRoles } from "./roles";
import type { SavedQueryProps } from "./run-saved-queries";
import { type SavedQuery, savedQueries } from "./saved-queries";

/**
 * Asks the accounts that link to others' databases, or have roles that read them, for their saved queries, and for what
 * their roles may do.
 * @throws LiveError when an account cannot be entered
 */
export async function deployedQueries(
  matrix: AccessMatrix,
  way: Way,
): Promise<Pick<SavedQueryProps, "identities" | "queries" | "region">> {
  const accounts = new Set([...matrix.links, ...teamRoles(matrix)].map(({ account }) => account));
  const queries: SavedQuery[] = [];
  const identities: IdentityFact[] = [];
  const { region, endpoint } = way;
  for (const id of [...accounts].toSorted()) {
    const account = await enter(id, way);
    const { credentials } = account.glue.config;
    const athena = new AthenaClient({ region, credentials, ...(endpoint === undefined ? {} : { endpoint }) });
    queries.push(...(await savedQueries(id, athena)));
    identities.push(...(await liveIdentities(account)));
  }
  return { queries, identities, region };
}
