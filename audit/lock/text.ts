import type { LockDifference, Lost } from "./compare";

/** The block to add, in Terraform's JSON. */
export const movedBlock = (from: string, to: string): string => JSON.stringify({ moved: [{ from, to }] });

/** A lost address with what to do about it. */
export const lostText = ({ stack, address, candidates }: Lost): readonly string[] => [
  `${stack}: ${address} is gone: the next apply destroys what it holds, or is refused by prevent_destroy.`,
  ...(candidates.length === 0
    ? [
        "  Nothing of its type is new in the stack. Bring the construct back under its old path, or let go of the object with",
        `  ${JSON.stringify({ removed: [{ from: address, lifecycle: { destroy: false } }] })}`,
      ]
    : candidates.flatMap((to) => [
        `  If it is ${to} now, call moveFromId("${address}") on that resource, which writes`,
        `  ${movedBlock(address, to)}`,
      ])),
];

/** What differs from the lock, with what to do; empty when nothing does. */
export function lockText({ lost, added, moved }: LockDifference): readonly string[] {
  return [
    ...lost.flatMap(lostText),
    ...added.map((address) => `not locked yet: ${address}`),
    ...moved.map((address) => `moved, and still in the lock: ${address}`),
  ];
}
