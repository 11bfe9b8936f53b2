import type { Output } from "../output/types";
import { type StatefulAddresses, statefulAddresses } from "./addresses";
import { movesOf } from "./moves";

/** A locked address that the output no longer has, and that no block of the stack says what becomes of. */
export interface Lost {
  readonly stack: string;
  readonly address: string;
  /** New addresses of the same type in the stack, any of which may be meant. */
  readonly candidates: readonly string[];
}

/** How an output differs from the lock. */
export interface LockDifference {
  readonly lost: readonly Lost[];
  /** Not locked yet: `stack address`. */
  readonly added: readonly string[];
  /** Gone by a block: the lock still has them. `stack address`. */
  readonly moved: readonly string[];
}

const typeOf = (address: string): string => address.slice(0, address.indexOf("."));

/** Compares what is locked with what an output has. */
export function compareLock(locked: StatefulAddresses, output: Output): LockDifference {
  const now = statefulAddresses(output);
  const moves = new Map(output.stacks.map((stack) => [stack.id, movesOf(stack)]));
  const ids = [...new Set([...Object.keys(locked), ...Object.keys(now)])].toSorted();
  const each = ids.map((stack) => {
    const before = new Set(locked[stack]);
    const after = new Set(now[stack]);
    const added = [...after].filter((address) => !before.has(address));
    const gone = [...before].filter((address) => !after.has(address));
    const isMoved = (address: string): boolean =>
      moves.get(stack)?.some(({ from, to }) => from === address && (to === undefined || after.has(to))) === true;
    return {
      lost: gone
        .filter((address) => !isMoved(address))
        .map((address) => ({
          stack,
          address,
          candidates: added.filter((candidate) => typeOf(candidate) === typeOf(address)),
        })),
      added: added.map((address) => `${stack} ${address}`),
      moved: gone.filter(isMoved).map((address) => `${stack} ${address}`),
    };
  });
  return {
    lost: each.flatMap(({ lost }) => lost),
    added: each.flatMap(({ added }) => added),
    moved: each.flatMap(({ moved }) => moved),
  };
}
