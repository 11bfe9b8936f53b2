import type { Account, Environment } from "../../model/landscape/types";
import { waves } from "../../model/waves";
import type { SynthesizedStack } from "../../operations/manifest";
import { stacksOf } from "../../operations/stacks";

/** One run of `cdktf deploy`. */
export interface DeployCall {
  /** What is written after `cdktf deploy`: a glob or stack ids. */
  readonly patterns: readonly string[];
  readonly stacks: readonly string[];
  /** Whether stacks that these depend on are not named. */
  readonly partial: boolean;
}

export interface AccountDeployment {
  readonly account: Account;
  readonly calls: readonly DeployCall[];
}

/** Accounts that may be deployed at the same time. */
export interface WaveDeployment {
  readonly number: number;
  readonly title: string;
  readonly accounts: readonly AccountDeployment[];
}

/** Which runs of `cdktf deploy` deploy an environment without some stacks. */
export function planDeployment(
  environment: Environment,
  stacks: readonly SynthesizedStack[],
  without: ReadonlySet<string>,
): readonly WaveDeployment[] {
  return waves(environment).map(({ number, title, accounts }) => ({
    number,
    title,
    accounts: accounts.map((account) => ({
      account,
      calls: callsFor(`${environment.name}-${account.name}-*`, stacksOf(environment, account, stacks), without),
    })),
  }));
}

function callsFor(
  glob: string,
  stacks: readonly SynthesizedStack[],
  without: ReadonlySet<string>,
): readonly DeployCall[] {
  if (stacks.length === 0) return [];
  if (!stacks.some(({ id }) => without.has(id))) {
    return [{ patterns: [glob], stacks: stacks.map(({ id }) => id), partial: false }];
  }
  // CDKTF refuses a stack whose dependency is not named; told to ignore that, it forgets every order. So the order is
  // kept here: stacks that do not depend on each other, level by level.
  return levels(stacks)
    .map((level) => level.map(({ id }) => id).filter((id) => !without.has(id)))
    .filter((ids) => ids.length > 0)
    .map((ids) => ({ patterns: ids, stacks: ids, partial: true }));
}

/** Stacks in groups: each depends on earlier groups only. */
export function levels(stacks: readonly SynthesizedStack[]): readonly (readonly SynthesizedStack[])[] {
  const groups: SynthesizedStack[][] = [];
  let rest = [...stacks];
  while (rest.length > 0) {
    const open = new Set(rest.map(({ id }) => id));
    const ready = rest.filter(({ dependencies }) => !dependencies.some((id) => open.has(id)));
    if (ready.length === 0) throw new Error(`These stacks depend on each other in a circle: ${[...open].join(", ")}`);
    groups.push(ready);
    rest = rest.filter((stack) => !ready.includes(stack));
  }
  return groups;
}
