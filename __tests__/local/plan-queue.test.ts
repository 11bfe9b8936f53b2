import { setTimeout as delay } from "node:timers/promises";
import { PlanQueue } from "../../local/plan-queue";

const wave = (...stacks: readonly string[]) => stacks.map((stack) => ({ stack, seconds: 1 }));

test("waves are planned one after the other, in their order", async () => {
  const events: string[] = [];
  const queue = new PlanQueue(async (deployed) => {
    events.push(`begin ${deployed.length}`);
    await delay(deployed.length * 5);
    events.push(`end ${deployed.length}`);
    return deployed.map(({ stack }) => ({ stack, problems: [] }));
  });
  queue.add(wave("a", "b"));
  queue.add(wave("c"));
  expect((await queue.all()).map(({ stack }) => stack)).toEqual(["a", "b", "c"]);
  expect(events).toEqual(["begin 2", "end 2", "begin 1", "end 1"]);
});

test("a failure is told at the end, however early it happened", async () => {
  const queue = new PlanQueue(() => Promise.reject(new Error("no terraform")));
  queue.add(wave("a"));
  await delay(5);
  queue.add(wave("b"));
  await expect(queue.all()).rejects.toThrow("no terraform");
});

test("without any deployment there is no plan", async () => {
  expect(await new PlanQueue(() => Promise.resolve([])).all()).toEqual([]);
});
