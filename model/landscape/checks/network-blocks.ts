import { type Block, isPrivate, parseBlock, written } from "../block";
import { below } from "../keys";
import { problemAt } from "../problem";
import { blockOf, environmentsOf, producersOf } from "../walk";
import type { Check } from "./check";

const [LARGEST, SMALLEST] = [16, 24];

/**
 * Networks are private IPv4 blocks, aligned, of a size that AWS takes and that four subnets fit in.
 * https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html
 */
export const networkBlocks: Check = (landscape) =>
  environmentsOf(landscape)
    .flatMap(producersOf)
    .flatMap(({ value, keys }) => {
      const cidr = blockOf(value.network);
      const remedy = cidr === undefined ? undefined : remedyFor(cidr);
      return remedy === undefined ? [] : [problemAt(landscape, below(keys, "network", "cidr"), cidr, remedy)];
    });

function remedyFor(cidr: string): string | undefined {
  const block = parseBlock(cidr);
  if (block === undefined) return "write an IPv4 block in CIDR notation, for example `10.20.0.0/16`";
  if (block.prefix < LARGEST) return `write a block from /16 to /24, for example \`${resized(block, LARGEST)}\``;
  if (block.prefix > SMALLEST) return `write a block from /16 to /24, for example \`${resized(block, SMALLEST)}\``;
  if (!isPrivate(block)) return "write a private block: in `10.0.0.0/8`, `172.16.0.0/12` or `192.168.0.0/16`";
  return block.address.toString() === block.network.toString() ? undefined : `write \`${written(block)}\``;
}

function resized(block: Block, prefix: number): string {
  const other = parseBlock(`${block.network.toString()}/${prefix}`) ?? block;
  return written(other);
}
