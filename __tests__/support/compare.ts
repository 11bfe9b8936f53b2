import { type Block, leaves } from "./json";
import type { Synthesized } from "./output";

/** What a change of the landscape does to the stacks. All sorted. */
export interface StackChanges {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** Stacks whose JSON is another one. */
  readonly changed: readonly string[];
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Stacks that differ between two syntheses. */
export function stackChanges(before: Synthesized, after: Synthesized): StackChanges {
  return {
    added: after.ids.filter((id) => !before.ids.includes(id)),
    removed: before.ids.filter((id) => !after.ids.includes(id)),
    changed: before.ids.filter((id) => after.ids.includes(id) && !same(before.stack(id), after.stack(id))),
  };
}

/** Paths at which two JSON objects differ, joined by dots; what only one of them has is among them. */
export function changedPaths(before: Block, after: Block): readonly string[] {
  const [one, other] = [before, after].map(
    (json) => new Map(leaves(json).map(({ path, value }) => [path.join("."), value])),
  );
  const paths = [...new Set([...(one?.keys() ?? []), ...(other?.keys() ?? [])])].toSorted();
  return paths.filter((path) => !same(one?.get(path), other?.get(path)) || one?.has(path) !== other?.has(path));
}
