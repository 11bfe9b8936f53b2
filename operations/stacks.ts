import type { Account, Environment } from "../model/landscape/types";
import { stackId } from "../model/names";
import type { SynthesizedStack } from "./manifest";

/** All accounts of an environment, in the order in which they are deployed. */
export function accountsOf({ governance, producers, consumers }: Environment): readonly Account[] {
  return [governance, ...producers, ...consumers];
}

/** Whether a stack belongs to an account; account names have no hyphen, so no other account's can. */
export const belongsTo = (environment: Environment, account: Account, stack: string): boolean =>
  stack.startsWith(`${environment.name}-${account.name}-`);

/** Whether a stack holds an account's states and roles; docs/bootstrap.md says how it comes into being. */
export const isBootstrap = (environment: Environment, account: Account, stack: string): boolean =>
  stack === stackId(environment, account, "bootstrap");

/** Stacks of one account. */
export function stacksOf(
  environment: Environment,
  account: Account,
  stacks: readonly SynthesizedStack[],
): readonly SynthesizedStack[] {
  return stacks.filter(({ id }) => belongsTo(environment, account, id));
}

/** Stacks of all accounts of an environment. */
export function stacksIn(environment: Environment, stacks: readonly SynthesizedStack[]): readonly SynthesizedStack[] {
  return accountsOf(environment).flatMap((account) => stacksOf(environment, account, stacks));
}
