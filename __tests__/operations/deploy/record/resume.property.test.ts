import * as fc from "fast-check";
import type { Ending } from "../../../../operations/deploy/order/settle";
import type { Step } from "../../../../operations/deploy/order/steps";
import type { JournalEntry } from "../../../../operations/deploy/record/journal";
import { savedPlans, stacksOfRun, stillDone } from "../../../../operations/deploy/record/resume";

const step = (id: string, ...after: readonly string[]): Step => ({ id, account: "a", wave: 1, folder: "", after });
const ended = (stack: string, ending: Ending, fingerprint = "x"): JournalEntry => ({
  kind: "ended",
  stack,
  ending,
  fingerprint,
});
const prints = (...entries: readonly (readonly [string, string])[]) => new Map(entries);

test("what was done stays done", () => {
  const steps = [step("a"), step("b", "a")];
  expect(stillDone(steps, [ended("a", "done")], prints(["a", "x"], ["b", "x"]))).toEqual(new Set(["a"]));
});

test("a stack that is generated differently now is done again, and so is everything behind it", () => {
  const steps = [step("a"), step("b", "a"), step("c", "b"), step("d")];
  const entries = ["a", "b", "c", "d"].map((id) => ended(id, "done"));
  const now = prints(["a", "x"], ["b", "changed"], ["c", "x"], ["d", "x"]);
  expect(stillDone(steps, entries, now)).toEqual(new Set(["a", "d"]));
});

test.each(["failed", "declined", "waiting", "blocked", "left"] as const)(
  "a stack that ended %s is not done",
  (ending) => {
    expect(stillDone([step("a")], [ended("a", ending)], prints(["a", "x"]))).toEqual(new Set());
  },
);

test("a later apply that did not end takes back what was done before", () => {
  const entries: JournalEntry[] = [ended("a", "done"), { kind: "applying", stack: "a" }];
  expect(stillDone([step("a")], entries, prints(["a", "x"]))).toEqual(new Set());
});

const ending = fc.constantFrom<Ending>("done", "failed", "left");
const chains = fc.array(fc.record({ ending, changed: fc.boolean() }), { minLength: 1, maxLength: 10 });

test("in a chain exactly the beginning that is done and unchanged stays done", () => {
  fc.assert(
    fc.property(chains, (links) => {
      const steps = links.map((_, index) => step(`s${index}`, ...(index === 0 ? [] : [`s${index - 1}`])));
      const entries = links.map((link, index) => ended(`s${index}`, link.ending));
      const now = new Map(links.map(({ changed }, index) => [`s${index}`, changed ? "y" : "x"]));
      const broken = links.findIndex((link) => link.ending !== "done" || link.changed);
      const kept = broken < 0 ? links.length : broken;
      expect([...stillDone(steps, entries, now)]).toEqual(steps.slice(0, kept).map(({ id }) => id));
    }),
  );
});

test("a record says which stacks its run had, and which plans can be applied", () => {
  const entries: JournalEntry[] = [
    { kind: "begin", command: "plan", environment: "prod", stacks: ["a", "b"] },
    { kind: "planned", stack: "a", fingerprint: "x", changes: 2 },
  ];
  expect(stacksOfRun(entries)).toEqual(["a", "b"]);
  expect(stacksOfRun([])).toBeUndefined();
  expect(savedPlans(entries)).toEqual(new Map([["a", { fingerprint: "x", changes: 2 }]]));
});
