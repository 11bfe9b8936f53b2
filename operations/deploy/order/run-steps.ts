import { type Ending, nextSteps } from "./settle";
import type { Step } from "./steps";

export interface RunOptions {
  /** Steps at a time. */
  readonly limit: number;
  /** Begin nothing more once a step has failed. */
  readonly failFast: boolean;
  /** Whether somebody has asked to stop: then nothing more begins. */
  readonly stopped: () => boolean;
  readonly work: (step: Step) => Promise<Ending>;
  readonly onBlocked: (step: Step, by: string) => void;
}

/**
 * Does all steps that can be done, each as soon as what it needs is done. A step that fails holds up those that need it
 * and no other.
 * @throws what `work` throws, after the steps under way have ended
 */
export async function runSteps(
  steps: readonly Step[],
  { limit, failFast, stopped, work, onBlocked }: RunOptions,
): Promise<ReadonlyMap<string, Ending>> {
  const endings = new Map<string, Ending>();
  const running = new Map<string, Promise<void>>();
  const errors: unknown[] = [];
  const mayBegin = (): boolean =>
    errors.length === 0 && !stopped() && !(failFast && [...endings.values()].includes("failed"));

  for (;;) {
    const { ready, blocked } = nextSteps(steps, endings, new Set(running.keys()));
    for (const { step, by } of blocked) {
      endings.set(step.id, "blocked");
      onBlocked(step, by);
    }
    if (blocked.length > 0) continue;
    for (const step of mayBegin() ? ready.slice(0, Math.max(0, limit - running.size)) : []) {
      const task = work(step).then(
        (ending) => void endings.set(step.id, ending),
        (error: unknown) => {
          errors.push(error);
          endings.set(step.id, "failed");
        },
      );
      running.set(
        step.id,
        task.finally(() => running.delete(step.id)),
      );
    }
    if (running.size === 0) break;
    await Promise.race(running.values());
  }
  if (errors.length > 0) throw errors[0];
  for (const { id } of steps) if (!endings.has(id)) endings.set(id, "left");
  return endings;
}
