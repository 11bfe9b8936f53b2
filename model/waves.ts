import type { Account, Environment } from "./landscape/types";

/** Accounts that may be deployed at the same time, once all earlier waves are done. */
export interface Wave {
  /** Counts from 1. */
  readonly number: number;
  readonly title: "governance" | "producers and consumers";
  readonly accounts: readonly Account[];
}

/**
 * The order between accounts. Governance comes first because producers look up its keys and consumers link to what it
 * shares; it needs nobody, since its policies name other accounts' roots and not their roles. Producers and consumers
 * never look at each other: docs/decisions/0003-waves.md. Order inside an account is left to the stacks' dependencies.
 * Waves without accounts are left out.
 */
export function waves(environment: Environment): readonly Wave[] {
  const groups = [
    { title: "governance", accounts: [environment.governance] },
    { title: "producers and consumers", accounts: [...environment.producers, ...environment.consumers] },
  ] as const;
  return groups.filter(({ accounts }) => accounts.length > 0).map((group, index) => ({ number: index + 1, ...group }));
}
