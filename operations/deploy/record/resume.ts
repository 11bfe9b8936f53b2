import type { Step } from "../order/steps";
import type { JournalEntry } from "./journal";

/**
 * Steps of an earlier run that need not be done again: done there, still generated as they were then, and behind nothing
 * that has to be done again.
 * @param fingerprints of the stacks as they are now, by id
 */
export function stillDone(
  steps: readonly Step[],
  entries: readonly JournalEntry[],
  fingerprints: ReadonlyMap<string, string>,
): ReadonlySet<string> {
  const done = new Map<string, string | undefined>();
  for (const entry of entries) {
    if (entry.kind === "ended" && entry.ending === "done") done.set(entry.stack, entry.fingerprint);
    else if (entry.kind === "applying" || entry.kind === "ended") done.delete(entry.stack);
  }
  const kept = new Set<string>();
  const chosen = new Set(steps.map(({ id }) => id));
  // In order, so that what a step needs has been judged before it.
  for (const { id, after } of steps) {
    const asThen = done.has(id) && done.get(id) === fingerprints.get(id);
    if (asThen && after.every((earlier) => kept.has(earlier) || !chosen.has(earlier))) kept.add(id);
  }
  return kept;
}

/** Stacks that the run was limited to; nothing when the record has no beginning. */
export function stacksOfRun(entries: readonly JournalEntry[]): readonly string[] | undefined {
  return entries.find((entry) => entry.kind === "begin")?.stacks;
}

/** Plans of a run that can be applied: those with changes, each with the fingerprint of what was planned. */
export function savedPlans(
  entries: readonly JournalEntry[],
): ReadonlyMap<string, { fingerprint: string; changes: number }> {
  return new Map(
    entries.flatMap((entry) =>
      entry.kind === "planned"
        ? [[entry.stack, { fingerprint: entry.fingerprint, changes: entry.changes }] as const]
        : [],
    ),
  );
}
