import * as fc from "fast-check";
import { runSteps } from "../../../../operations/deploy/order/run-steps";
import { type Ending, nextSteps } from "../../../../operations/deploy/order/settle";
import { inOrder, reversed, type Step } from "../../../../operations/deploy/order/steps";

const step = (id: string, ...after: readonly string[]): Step => ({ id, account: "a", wave: 1, folder: "", after });

/** Steps without a circle: each needs some of those before it; shuffled, so that the order given says nothing. */
const graphs = fc
  .integer({ min: 1, max: 12 })
  .chain((count) =>
    fc.tuple(
      ...Array.from({ length: count }, (_, index) => fc.subarray(Array.from({ length: index }, (__, id) => id))),
    ),
  )
  .chain((needs) => {
    const steps = needs.map(
      (after, index): Step => ({
        id: `s${index}`,
        account: "a",
        wave: 1,
        folder: "",
        after: after.map((id) => `s${id}`),
      }),
    );
    return fc.shuffledSubarray(steps, { minLength: steps.length });
  });

const position = (steps: readonly Step[]) => new Map(steps.map(({ id }, index) => [id, index]));
const isAfter = (steps: readonly Step[], one: string, other: string): boolean =>
  (position(steps).get(one) ?? -1) > (position(steps).get(other) ?? -1);

test("in order, a step comes after everything that it needs, and none is lost", () => {
  fc.assert(
    fc.property(graphs, (steps) => {
      const sorted = inOrder(steps);
      expect(new Set(sorted)).toEqual(new Set(steps));
      for (const { id, after } of sorted) for (const earlier of after) expect(isAfter(sorted, id, earlier)).toBe(true);
    }),
  );
});

test("reversed, a step comes before everything that it needs, and twice reversed needs what it needed", () => {
  fc.assert(
    fc.property(graphs, (steps) => {
      const backwards = reversed(inOrder(steps));
      const needs = new Map(steps.map(({ id, after }) => [id, after]));
      for (const { id } of backwards) {
        for (const earlier of needs.get(id) ?? []) expect(isAfter(backwards, earlier, id)).toBe(true);
      }
      for (const { id, after } of reversed(backwards)) expect(new Set(after)).toEqual(new Set(needs.get(id)));
    }),
  );
});

test("steps that need each other are refused with their names", () => {
  expect(() => inOrder([step("a", "b"), step("b", "a")])).toThrow(/circle: a, b/);
});

const failures = fc.record({
  steps: graphs,
  failing: fc.array(fc.integer({ min: 0, max: 11 }).map((index) => `s${index}`)),
  limit: fc.integer({ min: 1, max: 4 }),
});

/** Everything that a step needs, directly or not. */
function allNeeds(steps: readonly Step[], id: string): ReadonlySet<string> {
  const direct = steps.find((each) => each.id === id)?.after ?? [];
  return new Set(direct.flatMap((earlier) => [earlier, ...allNeeds(steps, earlier)]));
}

test("a failure holds up exactly what needs it; everything else is done, in order, never more than the limit at a time", async () => {
  await fc.assert(
    fc.asyncProperty(failures, async ({ steps, failing, limit }) => {
      const done = new Set<string>();
      let running = 0;
      const endings = await runSteps(steps, {
        limit,
        failFast: false,
        stopped: () => false,
        onBlocked: () => undefined,
        work: async ({ id, after }): Promise<Ending> => {
          running += 1;
          expect(running).toBeLessThanOrEqual(limit);
          expect(after.filter((earlier) => !done.has(earlier))).toEqual([]);
          await Promise.resolve();
          running -= 1;
          if (failing.includes(id)) return "failed";
          done.add(id);
          return "done";
        },
      });
      for (const { id } of steps) {
        const isHeldUp = [...allNeeds(steps, id)].some((earlier) => failing.includes(earlier));
        const expected = isHeldUp ? "blocked" : failing.includes(id) ? "failed" : "done";
        expect([id, endings.get(id)]).toEqual([id, expected]);
      }
    }),
  );
});

test("what a step needs may still be at work, as long as that step says that nothing waits for the rest", async () => {
  const log: string[] = [];
  let finish: (() => void) | undefined;
  const rest = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const endings = await runSteps([step("a"), step("b", "a"), step("c", "b")], {
    limit: 1,
    failFast: false,
    stopped: () => false,
    onBlocked: () => undefined,
    work: async ({ id }, usable): Promise<Ending> => {
      log.push(`${id} begins`);
      if (id === "a") {
        usable();
        await rest;
      }
      if (id === "b") finish?.();
      log.push(`${id} ends`);
      return id === "a" ? "failed" : "done";
    },
  });
  expect(log.slice(0, 3)).toEqual(["a begins", "b begins", "b ends"]);
  expect(endings.get("a")).toBe("failed");
});

test("told to stop at the first failure, nothing begins after it", async () => {
  await fc.assert(
    fc.asyncProperty(failures, async ({ steps, failing }) => {
      const begun: string[] = [];
      const endings = await runSteps(steps, {
        limit: 1,
        failFast: true,
        stopped: () => false,
        onBlocked: () => undefined,
        work: ({ id }) => {
          begun.push(id);
          return Promise.resolve(failing.includes(id) ? "failed" : "done");
        },
      });
      expect(begun.slice(0, -1).filter((id) => failing.includes(id))).toEqual([]);
      expect([...endings.keys()].toSorted()).toEqual(steps.map(({ id }) => id).toSorted());
    }),
  );
});

test("somebody who asks to stop is heard: what has not begun is left", async () => {
  let stop = false;
  const endings = await runSteps([step("a"), step("b", "a"), step("c")], {
    limit: 1,
    failFast: false,
    stopped: () => stop,
    onBlocked: () => undefined,
    work: () => {
      stop = true;
      return Promise.resolve("done" as const);
    },
  });
  expect([...endings]).toEqual([
    ["a", "done"],
    ["b", "left"],
    ["c", "left"],
  ]);
});

test("an error of the program itself ends the run, after what is under way", async () => {
  const ended: string[] = [];
  const work = async ({ id }: Step): Promise<Ending> => {
    if (id === "a") throw new Error("bug");
    await new Promise((resolve) => setTimeout(resolve, 5));
    ended.push(id);
    return "done";
  };
  const options = { limit: 2, failFast: false, stopped: () => false, onBlocked: () => undefined, work };
  await expect(runSteps([step("a"), step("b"), step("c")], options)).rejects.toThrow("bug");
  expect(ended).toEqual(["b"]);
});

test("what a run does not have holds up nothing", () => {
  const alone = step("b", "a");
  expect(nextSteps([alone], new Map(), new Set())).toEqual({ ready: [alone], blocked: [] });
});
