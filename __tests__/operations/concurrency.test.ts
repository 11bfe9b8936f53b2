import { setTimeout as delay } from "node:timers/promises";
import { defaultParallelism, mapLimited } from "../../operations/concurrency";

test("results keep the order of the items", async () => {
  const results = await mapLimited([30, 1, 15], 3, async (milliseconds) => {
    await delay(milliseconds);
    return milliseconds;
  });
  expect(results).toEqual([30, 1, 15]);
});

test("never more than the limit at a time", async () => {
  let running = 0;
  let most = 0;
  await mapLimited(Array.from({ length: 10 }), 3, async () => {
    running += 1;
    most = Math.max(most, running);
    await delay(2);
    running -= 1;
  });
  expect(most).toBe(3);
});

test("after a failure nothing new begins, and what runs is waited for", async () => {
  const finished: number[] = [];
  const work = mapLimited([1, 2, 3, 4], 2, async (item) => {
    if (item === 1) throw new Error("first");
    await delay(10);
    finished.push(item);
  });
  await expect(work).rejects.toThrow("first");
  expect(finished).toEqual([2]);
});

test("the default suits small and large machines", () => {
  expect(defaultParallelism(1)).toEqual({ deployments: 3, plans: 1 });
  expect(defaultParallelism(2)).toEqual({ deployments: 6, plans: 2 });
  expect(defaultParallelism(64)).toEqual({ deployments: 6, plans: 4 });
});
