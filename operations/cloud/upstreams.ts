import type { Account, Environment } from "../../model/landscape/types";
import { stackId } from "../../model/names";
import type { SynthesizedStack } from "../manifest";
import { accountsOf, stacksOf } from "../stacks";

/** Sources that one workspace may have. https://developer.hashicorp.com/terraform/cloud-docs/api-docs/run-triggers */
export const MAXIMUM_SOURCES = 20;

/**
 * Stacks whose apply is followed by a run of a stack, by its id: those it depends on inside its account, and for the
 * first stacks of a producer or consumer the governance stacks that serve that account. Bootstraps have no part in it. An edge that follows from
 * others is left out, so that one apply queues one run.
 */
export function upstreams(
  environment: Environment,
  stacks: readonly SynthesizedStack[],
): ReadonlyMap<string, readonly string[]> {
  const { governance, producers, consumers } = environment;
  const bootstraps = new Set(accountsOf(environment).map((account) => stackId(environment, account, "bootstrap")));
  const known = new Map(stacks.filter(({ id }) => !bootstraps.has(id)).map((stack) => [stack.id, stack]));
  const first = (account: Account): readonly SynthesizedStack[] =>
    stacksOf(environment, account, [...known.values()]).filter(({ dependencies }) =>
      dependencies.every((id) => !known.has(id)),
    );
  const serving = (concern: string, subjects: readonly string[]): readonly string[] =>
    subjects.map((subject) => stackId(environment, governance, concern, subject)).filter((id) => known.has(id));
  const between = new Map([
    ...producers.flatMap((producer) => {
      const storage = serving(
        "storage",
        producer.sources.map(({ name }) => name),
      );
      return first(producer).map(({ id }) => [id, storage] as const);
    }),
    ...consumers.flatMap((consumer) =>
      first(consumer).map(({ id }) => [id, serving("access", [consumer.name])] as const),
    ),
  ]);
  const within = (id: string): readonly string[] =>
    (known.get(id)?.dependencies ?? []).filter((other) => known.has(other));
  return new Map(
    [...known.keys()].map((id) => {
      const direct = [...within(id), ...(between.get(id) ?? [])];
      const implied = new Set(direct.flatMap((other) => [...ancestors(other, within)]));
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
