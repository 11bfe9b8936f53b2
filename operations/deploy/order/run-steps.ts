import { type Ending, nextSteps } from "./settle";
import type { Step } from "./steps";

export interface RunOptions {
  /** Steps at a time. */
  readonly limit: number;
  /** Begin nothing more once a step has failed. */
  readonly failFast: boolean;
  /** Whether somebody has asked to stop: then nothing more begins. */
  readonly stopped: () => boolean;
  /** Does a step. It may call `usable` before it ends: what it still does, nothing waits for. */
  readonly work: (step: Step, usable: () => void) => Promise<Ending>;
  readonly onBlocked: (step: Step, by: string) => void;
}

/**
 * Does all steps that can be done, each as soon as what it needs is done or usable. A step that fails holds up those that
 * need it and have not begun, and no other. Work that nothing waits for does not count for the limit, up to as much again.
 * @throws what `work` throws, after the steps under way have ended
 */
export async function runSteps(
  steps: readonly Step[],
  { limit, failFast, stopped, work, onBlocked }: RunOptions,
): Promise<ReadonlyMap<string, Ending>> {
  const endings = new Map<string, Ending>();
  const running = new Map<string, Promise<void>>();
  const usable = new Set<string>();
  let wake: (() => void) | undefined;
  const errors: unknown[] = [];
  const mayBegin = (): boolean =>
    errors.length === 0 && !stopped() && !(failFast && [...endings.values()].includes("failed"));

  for (;;) {
    const woken = new Promise<void>((resolve) => {
      wake = resolve;
    });
    const { ready, blocked } = nextSteps(steps, endings, new Set(running.keys()), usable);
    for (const { step, by } of blocked) {
      endings.set(step.id, "blocked");
      onBlocked(step, by);
    }
    if (blocked.length > 0) continue;
    const busy = [...running.keys()].filter((id) => !usable.has(id)).length;
    const room = Math.min(limit - busy, 2 * limit - running.size);
    for (const step of mayBegin() ? ready.slice(0, Math.max(0, room)) : []) {
      const onUsable = (): void => {
        usable.add(step.id);
        wake?.();
      };
      const task = work(step, onUsable).then(
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
    await Promise.race([...running.values(), woken]);
  }
  if (errors.length > 0) throw errors[0];
  for (const { id } of steps) if (!endings.has(id)) endings.set(id, "left");
  return endings;
}
