import { availableParallelism } from "node:os";

/** How many Terraform runs go on at a time. */
export interface Parallelism {
  readonly deployments: number;
  readonly plans: number;
}

/**
 * A deployment mostly waits, since the provider looks at some resources for up to a minute until they have settled;
 * a plan only computes. Each run needs more than half a gigabyte of memory, hence the upper limits.
 */
export function defaultParallelism(processors: number = availableParallelism()): Parallelism {
  return { deployments: Math.min(6, 3 * processors), plans: Math.min(4, processors) };
}

/** Like `Promise.all(items.map(work))` with at most `limit` at a time. Waits for all that began before it throws. */
export async function mapLimited<Item, Result>(
  items: readonly Item[],
  limit: number,
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  const waiting = [...items.entries()];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [index, item] = next;
      try {
        results[index] = await work(item);
      } catch (error) {
        waiting.length = 0;
        throw error;
      }
    }
  };
  const settled = await Promise.allSettled(Array.from({ length: Math.max(1, limit) }, worker));
  const failed = settled.find((outcome) => outcome.status === "rejected");
  if (failed !== undefined) throw failed.reason;
  return results;
}
