import { isExisting, isNewNetwork } from "../../model/landscape/kinds";
import type { Environment, ProducerAccount } from "../../model/landscape/types";
import { EXIT, Failure } from "../../operations/failure";

/** A producer's stacks that checks of the deployment command work with. */
export interface Place {
  readonly account: ProducerAccount;
  /** Id of the stack of its network: quick, with resources that AWS names, that the stack names, and that have no name. */
  readonly network: string;
  /** Ids of the stacks of its clusters, which need the network. */
  readonly clusters: readonly string[];
}

/**
 * Producers whose networks the platform makes.
 * @throws Failure when all networks exist already: nothing would be quick enough to deploy again and again
 */
export function places({ name, producers }: Environment): readonly [Place, ...Place[]] {
  const [found, ...more] = producers
    .filter(({ network }) => isNewNetwork(network))
    .map((account) => ({
      account,
      network: `${name}-${account.name}-network`,
      clusters: account.sources
        .filter((source) => !isExisting(source))
        .map((source) => `${name}-${account.name}-source-${source.name}`),
    }));
  if (found !== undefined) return [found, ...more];
  throw new Failure(
    `The command is tried on the stack of a producer's network, and ${name} makes none: its networks exist already.`,
    EXIT.unusable,
  );
}

/**
 * The stack of a network, and of a cluster in it.
 * @throws Failure when there are no two such stacks
 */
export function placeWithCluster(environment: Environment): Place & { readonly cluster: string } {
  for (const place of places(environment)) {
    const [cluster] = place.clusters;
    if (cluster !== undefined) return { ...place, cluster };
  }
  throw new Failure(
    `The command is tried on the stacks of a network and of a cluster in it, and no producer of ${environment.name} has both.`,
    EXIT.unusable,
  );
}
