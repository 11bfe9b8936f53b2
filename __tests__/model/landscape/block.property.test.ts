import * as fc from "fast-check";
import { type Block, freeBlock, overlap, parseBlock, written } from "../../../model/landscape/block";

const octet = fc.integer({ min: 0, max: 255 });
const block = fc
  .tuple(octet, octet, octet, octet, fc.integer({ min: 1, max: 32 }))
  .map(([a, b, c, d, prefix]) => parsed(`${a}.${b}.${c}.${d}/${prefix}`));

function parsed(text: string): Block {
  const result = parseBlock(text);
  if (result === undefined) throw new Error(`${text} is no block`);
  return result;
}

/** First and last address as numbers. */
function range({ network, prefix }: Block): readonly [number, number] {
  const start = network.octets.reduce((number, byte) => number * 256 + byte, 0);
  return [start, start + 2 ** (32 - prefix) - 1];
}

describe("blocks", () => {
  it("are written so that they read the same", () => {
    fc.assert(
      fc.property(block, (value) => {
        expect(range(parsed(written(value)))).toEqual(range(value));
      }),
    );
  });

  it("overlap exactly when their ranges do", () => {
    fc.assert(
      fc.property(block, block, (left, right) => {
        const [[a, b], [c, d]] = [range(left), range(right)];
        expect(overlap(left, right)).toBe(a <= d && c <= b);
        expect(overlap(right, left)).toBe(overlap(left, right));
      }),
    );
  });

  it("leave room for a free one that overlaps none of them", () => {
    const taken = fc.array(fc.tuple(octet, fc.integer({ min: 16, max: 24 })), { maxLength: 60 });
    fc.assert(
      fc.property(taken, fc.integer({ min: 16, max: 24 }), (pairs, prefix) => {
        const blocks = pairs.map(([second, length]) => parsed(`10.${second}.0.0/${length}`));
        const free = freeBlock(prefix, blocks);
        expect(free?.prefix).toBe(prefix);
        expect(blocks.some((other) => free !== undefined && overlap(other, free))).toBe(false);
      }),
    );
  });

  it("are used up at some point", () => {
    expect(freeBlock(16, [parsed("10.0.0.0/8")])).toBeUndefined();
  });
});
