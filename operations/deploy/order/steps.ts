import type { Environment } from "../../../model/landscape/types";
import { needsOfOtherAccounts } from "../../../model/needs";
import { waves } from "../../../model/waves";
import type { SynthesizedStack } from "../../manifest";
import { isBootstrap, stacksOf } from "../../stacks";

/** One stack to be planned, deployed or destroyed. */
export interface Step {
  readonly id: string;
  readonly account: string;
  /** Number of the account's wave; counts from 1. */
  readonly wave: number;
  /** Folder of `cdk.tf.json`. */
  readonly folder: string;
  /** Ids of the steps that must be done before: what the stack depends on, and what it needs of other accounts. */
  readonly after: readonly string[];
}

/** Which stacks are steps. */
export interface StepsOptions {
  /**
   * Whether bootstrap stacks are among them. A deployment uses their roles, so it must not change them.
   * @default false
   */
  readonly bootstraps?: boolean;
}

/** All steps of an environment, each behind those that it needs, whatever account they are in. */
export function stepsOf(
  environment: Environment,
  stacks: readonly SynthesizedStack[],
  { bootstraps = false }: StepsOptions = {},
): readonly Step[] {
  const others = needsOfOtherAccounts(environment);
  const steps = waves(environment).flatMap(({ number, accounts }) =>
    accounts.flatMap((account) =>
      stacksOf(environment, account, stacks)
        .filter(({ id }) => bootstraps || !isBootstrap(environment, account, id))
        .map(({ id, folder, dependencies }) => ({
          id,
          folder,
          account: account.name,
          wave: number,
          after: [...dependencies, ...(others.get(id) ?? [])],
        })),
    ),
  );
  const known = new Set(steps.map(({ id }) => id));
  return inOrder(steps.map((step) => ({ ...step, after: step.after.filter((id) => known.has(id)) })));
}

/**
 * Steps sorted so that each comes after those that it needs, otherwise in the order given.
 * @throws Error when steps need each other in a circle
 */
export function inOrder(steps: readonly Step[]): readonly Step[] {
  const known = new Set(steps.map(({ id }) => id));
  const placed = new Set<string>();
  const sorted: Step[] = [];
  let rest = steps;
  while (rest.length > 0) {
    const ready = rest.filter(({ after }) => after.every((id) => placed.has(id) || !known.has(id)));
    if (ready.length === 0) {
      throw new Error(`These stacks depend on each other in a circle: ${rest.map(({ id }) => id).join(", ")}`);
    }
    for (const step of ready) placed.add(step.id);
    sorted.push(...ready);
    rest = rest.filter(({ id }) => !placed.has(id));
  }
  return sorted;
}

/** The same steps for a destruction: what needed others goes first. */
export function reversed(steps: readonly Step[]): readonly Step[] {
  const needing = new Map<string, string[]>();
  for (const { id, after } of steps) {
    for (const earlier of after) {
      const ids = needing.get(earlier) ?? [];
      ids.push(id);
      needing.set(earlier, ids);
    }
  }
  return inOrder(steps.toReversed().map((step) => ({ ...step, after: needing.get(step.id) ?? [] })));
}
