import { IPv4 } from "ipaddr.js";
import type { NewNetwork } from "./landscape/types";

/** Bits that number the subnets of a VPC: room for four, of which two or three are used. */
const SUBNET_BITS = 2;

/**
 * Equal IPv4 blocks for the subnets of a network, one per zone, in the order of the zones.
 * @throws Error when the block is not CIDR notation
 */
export function subnetBlocks({ cidr, zones }: NewNetwork): readonly string[] {
  const [address, prefix] = IPv4.parseCIDR(cidr);
  const start = address.toByteArray().reduce((number, byte) => number * 256 + byte, 0);
  const length = prefix + SUBNET_BITS;
  const size = 2 ** (32 - length);
  return zones.map((_, index) => `${dotted(start + index * size)}/${length}`);
}

function dotted(number: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join(".");
}
