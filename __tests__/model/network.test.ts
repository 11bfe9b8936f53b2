import * as fc from "fast-check";
import { subnetBlocks } from "../../model/network";
import { first } from "../support/json";

/** First and last address of a block, as numbers. */
function range(block: string): readonly [number, number] {
  const [address = "", length = ""] = block.split("/");
  const start = address.split(".").reduce((number, byte) => number * 256 + Number(byte), 0);
  return [start, start + 2 ** (32 - Number(length)) - 1];
}

const networks = fc
  .tuple(fc.integer({ min: 16, max: 24 }), fc.nat(2 ** 32 - 1), fc.constantFrom(["a", "b"], ["a", "b", "c"]))
  .map(([prefix, number, zones]) => {
    const size = 2 ** (32 - prefix);
    const start = Math.floor(number / size) * size;
    const cidr = [24, 16, 8, 0].map((shift) => Math.floor(start / 2 ** shift) % 256).join(".");
    return { cidr: `${cidr}/${prefix}`, zones };
  });

describe("subnets", () => {
  it.each([
    ["10.20.0.0/20", ["10.20.0.0/22", "10.20.4.0/22"]],
    ["10.0.0.0/16", ["10.0.0.0/18", "10.0.64.0/18"]],
    ["192.168.255.0/24", ["192.168.255.0/26", "192.168.255.64/26"]],
  ])("of %s are %j", (cidr, blocks) => {
    expect(subnetBlocks({ cidr, zones: ["a", "b"] })).toEqual(blocks);
  });

  it("are one for each zone, of equal size, inside the network, and do not overlap", () => {
    fc.assert(
      fc.property(networks, (network) => {
        const blocks = subnetBlocks(network);
        expect(blocks).toHaveLength(network.zones.length);
        const [from, to] = range(network.cidr);
        const ranges = blocks.map(range);
        for (const [index, [start, end]] of ranges.entries()) {
          expect(start).toBeGreaterThanOrEqual(from);
          expect(end).toBeLessThanOrEqual(to);
          expect(start).toBeGreaterThan(ranges[index - 1]?.[1] ?? -1);
          expect(end - start).toBe((to - from + 1) / 4 - 1);
        }
      }),
    );
  });

  it("stay where they are when a third zone is added", () => {
    fc.assert(
      fc.property(networks, ({ cidr }) => {
        const two = subnetBlocks({ cidr, zones: ["a", "b"] });
        expect(subnetBlocks({ cidr, zones: ["a", "b", "c"] }).slice(0, 2)).toEqual(two);
        expect(first(two).startsWith(cidr.split("/")[0] ?? "")).toBe(true);
      }),
    );
  });

  it.each(["10.0.0.0", "here", "10.0.0.0/33"])("of %s are refused", (cidr) => {
    expect(() => subnetBlocks({ cidr, zones: ["a"] })).toThrow(/CIDR/);
  });
});
