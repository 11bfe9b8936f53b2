import type { CommandEnd } from "../faults/bench";

/** What a run of the command should have come to. */
export interface Expected {
  readonly status: number;
  readonly says: readonly RegExp[];
}

/** How a run differs from what was expected; empty when it does not. */
export function differences({ status, output }: CommandEnd, expected: Expected): readonly string[] {
  const silent = expected.says.filter((pattern) => !pattern.test(output));
  const problems = [
    ...(status === expected.status ? [] : [`status ${status} instead of ${expected.status}`]),
    ...silent.map((pattern) => `does not say ${String(pattern)}`),
  ];
  return problems.length === 0 ? [] : [...problems, ...output.trim().split("\n").slice(-25)];
}
