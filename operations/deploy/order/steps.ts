import type { Environment } from "../../../model/landscape/types";
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
  /** Ids of the steps that must be done before: what the stack depends on, and all stacks of earlier waves. */
  readonly after: readonly string[];
}

/**
 * All steps of an environment, each behind those that it needs. An account needs every account of earlier waves.
 * Bootstrap stacks are none of them: a deployment uses their roles, so it must not change them.
 */
export function stepsOf(environment: Environment, stacks: readonly SynthesizedStack[]): readonly Step[] {
  const steps: Step[] = [];
  for (const { number, accounts } of waves(environment)) {
    const earlier = steps.map(({ id }) => id);
    for (const account of accounts) {
      const own = stacksOf(environment, account, stacks).filter(({ id }) => !isBootstrap(environment, account, id));
      for (const { id, folder, dependencies } of own) {
        const inside = dependencies.filter((dependency) => own.some((stack) => stack.id === dependency));
        steps.push({ id, folder, account: account.name, wave: number, after: [...earlier, ...inside] });
      }
    }
  }
  return inOrder(steps);
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
