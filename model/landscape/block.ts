import { IPv4 } from "ipaddr.js";

/** An IPv4 block. */
export interface Block {
  readonly network: IPv4;
  /** The address as written; equals the network address in a well-formed block. */
  readonly address: IPv4;
  readonly prefix: number;
}

/** RFC 1918. */
const PRIVATE = [new IPv4([10, 0, 0, 0]), new IPv4([172, 16, 0, 0]), new IPv4([192, 168, 0, 0])] as const;
const PRIVATE_PREFIXES = [8, 12, 16] as const;

/** Reads `10.20.0.0/16`; nothing when the text is no IPv4 block. */
export function parseBlock(text: string): Block | undefined {
  if (!IPv4.isValidCIDRFourPartDecimal(text)) return undefined;
  const [address, prefix] = IPv4.parseCIDR(text);
  return { network: IPv4.networkAddressFromCIDR(text), address, prefix };
}

/** `10.20.0.0/16` */
export const written = ({ network, prefix }: Block): string => `${network.toString()}/${prefix}`;

/** Whether the block lies in one of the private ranges. */
export const isPrivate = ({ network, prefix }: Block): boolean =>
  PRIVATE.some((range, index) => {
    const bits = PRIVATE_PREFIXES[index] ?? 32;
    return prefix >= bits && network.match(range, bits);
  });

/** Whether two blocks have an address in common. */
export function overlap(left: Block, right: Block): boolean {
  return left.network.match(right.network, Math.min(left.prefix, right.prefix));
}

/** The first private block of a size that overlaps none of the given ones. */
export function freeBlock(prefix: number, taken: readonly Block[]): Block | undefined {
  const size = 2 ** (32 - prefix);
  for (let start = 0; start < 2 ** 24; start += size) {
    const network = new IPv4([10, Math.floor(start / 65_536), Math.floor(start / 256) % 256, 0]);
    const candidate = { network, address: network, prefix };
    if (!taken.some((block) => overlap(block, candidate))) return candidate;
  }
  return undefined;
}
