import { type Block, freeBlock, overlap, parseBlock, written } from "../block";
import { below, type Keys } from "../keys";
import { locate } from "../locate";
import { problemAt } from "../problem";
import type { Environment } from "../types";
import { blockOf, environmentsOf, producersOf, type Visit } from "../walk";
import type { Check } from "./check";

/** Networks of an environment do not overlap, so that they can be connected one day. */
export const networkOverlaps: Check = (landscape) =>
  environmentsOf(landscape).flatMap((environment) => {
    const networks = networksOf(environment);
    const blocks = networks.map(({ block }) => block);
    return networks.flatMap(({ keys, cidr, block }, index) => {
      const other = networks.slice(0, index).find((earlier) => overlap(earlier.block, block));
      if (other === undefined) return [];
      const free = freeBlock(Math.min(Math.max(block.prefix, 16), 24), blocks);
      const example = free === undefined ? "" : `, for example \`${written(free)}\``;
      const remedy = `write a block that does not overlap \`${other.cidr}\` of ${locate(landscape, other.keys).file}${example}`;
      return [problemAt(landscape, keys, cidr, remedy)];
    });
  });

interface Named {
  readonly keys: Keys;
  readonly cidr: string;
  readonly block: Block;
}

function networksOf(environment: Visit<Environment>): readonly Named[] {
  return producersOf(environment).flatMap(({ value, keys }) => {
    const cidr = blockOf(value.network);
    const block = cidr === undefined ? undefined : parseBlock(cidr);
    return cidr === undefined || block === undefined ? [] : [{ keys: below(keys, "network", "cidr"), cidr, block }];
  });
}
