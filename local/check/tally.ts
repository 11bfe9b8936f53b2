import type { Terminal } from "../../operations/terminal";

/** Outcome of one check. */
export type Outcome =
  | { readonly kind: "passed"; readonly name: string }
  | { readonly kind: "failed"; readonly name: string; readonly problems: readonly string[] }
  | { readonly kind: "skipped"; readonly name: string; readonly reason: string };

/** A check that passes when there are no problems. */
export function outcomeOf(name: string, problems: readonly string[]): Outcome {
  return problems.length === 0 ? { kind: "passed", name } : { kind: "failed", name, problems };
}

/** `3 passed, 0 failed`; skipped checks are counted only when there are any. */
export function tally(outcomes: readonly Outcome[]): string {
  const count = (kind: Outcome["kind"]): number => outcomes.filter((outcome) => outcome.kind === kind).length;
  const skipped = count("skipped");
  return `${count("passed")} passed, ${count("failed")} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

/**
 * Prints a line per check and the tally as the very last line.
 * @returns whether something was checked and nothing failed
 */
export function printOutcomes({ print }: Terminal, outcomes: readonly Outcome[]): boolean {
  for (const outcome of outcomes) {
    print(`${outcome.kind}  ${outcome.name}`);
    if (outcome.kind === "failed") outcome.problems.forEach((problem) => print(`        ${problem}`));
    if (outcome.kind === "skipped") print(`         ${outcome.reason}`);
  }
  print(tally(outcomes));
  // A run that checks nothing must not look like a success.
  return outcomes.some(({ kind }) => kind === "passed") && !outcomes.some(({ kind }) => kind === "failed");
}
