import type { Step } from "./steps";

/** How a step of a run ended. `waiting`: what it looks up is not deployed yet. `left`: it was never begun. */
export const ENDINGS = ["done", "failed", "declined", "waiting", "blocked", "left"] as const;

export type Ending = (typeof ENDINGS)[number];

/** Ends of the steps that have ended, by id. */
export type Endings = ReadonlyMap<string, Ending>;

/** What can be done next. */
export interface Next {
  /** Steps that may begin: all that they need, as far as the run has it, is done. */
  readonly ready: readonly Step[];
  /** Steps that cannot be done in this run any more, and what is in their way. */
  readonly blocked: readonly { readonly step: Step; readonly by: string }[];
}

/**
 * What can be done next, and what no more, when some steps have ended and some are under way.
 * @param begun steps under way
 * @param usable those of them whose remaining work nothing waits for
 */
export function nextSteps(
  steps: readonly Step[],
  endings: Endings,
  begun: ReadonlySet<string>,
  usable: ReadonlySet<string> = new Set(),
): Next {
  const chosen = new Set(steps.map(({ id }) => id));
  const open = steps.filter(({ id }) => !endings.has(id) && !begun.has(id));
  const ready: Step[] = [];
  const blocked: { step: Step; by: string }[] = [];
  for (const step of open) {
    const needed = step.after.filter((id) => chosen.has(id));
    const by = needed.find((id) => endings.has(id) && endings.get(id) !== "done");
    if (by !== undefined) blocked.push({ step, by });
    else if (needed.every((id) => endings.get(id) === "done" || usable.has(id))) ready.push(step);
  }
  return { ready, blocked };
}
