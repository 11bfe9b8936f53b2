import type { Draft } from "../draft";
import type { Problem } from "../problem";
import type { ConsumerAccount, Environment, Landscape, Share, Team } from "../types";
import { consumersOf, environmentsOf, sharesOf, teamsOf, type Visit } from "../walk";
import { type DomainTable, type OpenedTable, openedBy, tablesByDomain } from "./shared-tables";

/** A share with everything that it belongs to. */
export interface PlacedShare {
  readonly environment: Visit<Environment>;
  readonly consumer: Visit<ConsumerAccount>;
  readonly team: Visit<Team>;
  readonly share: Visit<Share>;
  readonly domains: ReadonlyMap<string, readonly DomainTable[]>;
  /** What the share opens, if that is clear. */
  readonly opened: readonly OpenedTable[] | undefined;
}

/** Several checks look at the same shares, and what a share opens is looked up table by table. */
const known = new WeakMap<object, Map<string, readonly PlacedShare[]>>();

/** Every share of an environment. */
export function placedShares(environment: Visit<Environment>): readonly PlacedShare[] {
  const places = known.get(environment.value) ?? new Map<string, readonly PlacedShare[]>();
  known.set(environment.value, places);
  // One object may be two environments of a mistaken landscape.
  const place = environment.keys.join(".");
  const found = places.get(place) ?? sharesOfEnvironment(environment);
  places.set(place, found);
  return found;
}

function sharesOfEnvironment(environment: Visit<Environment>): readonly PlacedShare[] {
  const domains = tablesByDomain(environment);
  return consumersOf(environment).flatMap((consumer) =>
    teamsOf(consumer).flatMap((team) =>
      sharesOf(team).map((share) => ({
        environment,
        consumer,
        team,
        share,
        domains,
        opened: openedBy(share.value, domains),
      })),
    ),
  );
}

/** Problems of each share alone. */
export const eachShare = (
  landscape: Draft<Landscape>,
  problemsOf: (placed: PlacedShare) => readonly Problem[],
): readonly Problem[] => environmentsOf(landscape).flatMap(placedShares).flatMap(problemsOf);
