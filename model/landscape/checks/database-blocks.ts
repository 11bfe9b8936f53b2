import { parseBlock, written } from "../block";
import { below } from "../keys";
import { isExisting, isNewNetwork } from "../kinds";
import { problemAt } from "../problem";
import { environmentsOf, producersOf, sourcesOf } from "../walk";
import type { Check } from "./check";

/** Larger blocks would open DMS the way to whole networks. */
const LARGEST = 16;

/** The block of an existing database is one, aligned, not the whole world, and something that the network leads to. */
export const databaseBlocks: Check = (landscape) =>
  environmentsOf(landscape)
    .flatMap(producersOf)
    .flatMap((producer) =>
      sourcesOf(producer).flatMap(({ value, keys }) => {
        if (!isExisting(value)) return [];
        const cidr = value.existing?.cidr;
        const remedy = cidr === undefined ? undefined : remedyFor(cidr);
        const { network } = producer.value;
        return [
          ...(remedy === undefined ? [] : [problemAt(landscape, below(keys, "existing", "cidr"), cidr, remedy)]),
          ...(network === undefined || !isNewNetwork(network)
            ? []
            : [problemAt(landscape, below(producer.keys, "network"), network, noRoute(value.name))]),
        ];
      }),
    );

const noRoute = (source = "the source"): string =>
  `write the network that leads to the database of \`${source}\`: \`{ vpcId, subnets: [{ id, zone }] }\`; a new one has no route to it`;

function remedyFor(cidr: string): string | undefined {
  const block = parseBlock(cidr);
  if (block === undefined) return "write an IPv4 block in CIDR notation, for example `10.1.2.0/28`";
  if (block.prefix < LARGEST) return "write the few addresses of the database: a block of /16 to /32";
  return block.address.toString() === block.network.toString() ? undefined : `write \`${written(block)}\``;
}
