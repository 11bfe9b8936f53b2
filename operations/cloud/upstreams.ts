import type { Environment } from "../../model/landscape/types";
import { stepsOf } from "../deploy/order/steps";
import type { SynthesizedStack } from "../manifest";

/** Sources that one workspace may have. https://developer.hashicorp.com/terraform/cloud-docs/api-docs/run-triggers */
export const MAXIMUM_SOURCES = 20;

/**
 * Stacks whose apply is followed by a run of a stack, by its id: those that it needs, in its account or another.
 * Bootstraps have no part in it. An edge that follows from others is left out, so that one apply queues one run.
 */
export function upstreams(
  environment: Environment,
  stacks: readonly SynthesizedStack[],
): ReadonlyMap<string, readonly string[]> {
  const needs = new Map(stepsOf(environment, stacks).map(({ id, after }) => [id, after]));
  const parents = (id: string): readonly string[] => needs.get(id) ?? [];
  return new Map(
    [...needs].map(([id, direct]) => {
      const implied = new Set(direct.flatMap((other) => [...ancestors(other, parents)]));
      return [id, direct.filter((other) => !implied.has(other)).toSorted()];
    }),
  );
}

function ancestors(id: string, parents: (id: string) => readonly string[], seen = new Set<string>()): Set<string> {
  for (const parent of parents(id)) {
    if (seen.has(parent)) continue;
    seen.add(parent);
    ancestors(parent, parents, seen);
  }
  return seen;
}
