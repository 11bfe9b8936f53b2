import type { SynthesizedStack } from "../operations/manifest";

/**
 * Stacks that a deployment leaves out, with the reason of each: those that this machine has no provider for, and those
 * that depend on one of them, because they look up what it makes.
 */
export function leftOutStacks(
  stacks: readonly SynthesizedStack[],
  unusable: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const leftOut = new Map(
    stacks.flatMap(({ id }) => {
      const reason = unusable.get(id);
      return reason === undefined ? [] : [[id, reason] as const];
    }),
  );
  for (let before = -1; before < leftOut.size; ) {
    before = leftOut.size;
    for (const { id, dependencies } of stacks) {
      const missing = dependencies.find((dependency) => leftOut.has(dependency));
      if (missing !== undefined && !leftOut.has(id)) leftOut.set(id, `needs ${missing}, which is left out`);
    }
  }
  return leftOut;
}
