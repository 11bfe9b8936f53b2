import { appendFileSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fingerprint } from "../../../../operations/deploy/record/fingerprint";
import { Journal } from "../../../../operations/deploy/record/journal";
import { lockRuns } from "../../../../operations/deploy/record/lock";
import { allRuns, findRun, newRun } from "../../../../operations/deploy/record/runs";
import { temporaryFolder } from "../../../support/folders";

const folder = temporaryFolder();
const NOW = new Date("2026-11-22T13:30:00.123Z");
const begin = (command: "plan" | "apply") => ({ kind: "begin" as const, command, environment: "prod", stacks: ["a"] });

describe("a journal", () => {
  test("gives back what was written, and passes over a line that was cut off", () => {
    const file = join(folder(), "journal.jsonl");
    const journal = new Journal(file);
    journal.add({ kind: "applying", stack: "a" });
    journal.add({ kind: "ended", stack: "a", ending: "done", fingerprint: "x" });
    appendFileSync(file, '{"kind":"ended","stack":"b","endi');
    expect(journal.read()).toEqual([
      { kind: "applying", stack: "a" },
      { kind: "ended", stack: "a", ending: "done", fingerprint: "x" },
    ]);
  });

  test("that does not exist is empty", () => {
    expect(new Journal(join(folder(), "none")).read()).toEqual([]);
  });
});

describe("runs", () => {
  test("have names that sort by age, are each their own, and can be read by nobody else", () => {
    const first = newRun(folder(), "plan", NOW);
    const second = newRun(folder(), "plan", NOW);
    expect([first.name, second.name]).toEqual(["20261122T133000Z-plan", "20261122T133000Z-plan-2"]);
    expect(statSync(first.folder).mode & 0o077).toBe(0);
  });

  test("are found by name, or the last of a command", () => {
    const [plan, apply, later] = [
      newRun(folder(), "plan", NOW),
      newRun(folder(), "apply", NOW),
      newRun(folder(), "apply", new Date("2026-11-23T00:00:00Z")),
    ];
    plan.journal.add(begin("plan"));
    apply.journal.add(begin("apply"));
    later.journal.add(begin("apply"));
    expect(allRuns(folder()).map(({ name }) => name)).toEqual([apply.name, plan.name, later.name]);
    expect(findRun(folder(), "apply", undefined).name).toBe(later.name);
    expect(findRun(folder(), "apply", apply.name).name).toBe(apply.name);
    expect(() => findRun(folder(), "apply", plan.name)).toThrow(/There is: .*-apply/);
    expect(() => findRun(folder(), "destroy", undefined)).toThrow(/no run of `destroy`/);
  });
});

describe("the lock", () => {
  test("keeps a second run out while the first lives, says how to clear it, and is given back", () => {
    const unlock = lockRuns(folder(), "one", process.ppid);
    expect(() => lockRuns(folder(), "two")).toThrow(/Run one is under way .*delete .*running\.json/);
    unlock();
    expect(() => lockRuns(folder(), "two")).not.toThrow();
  });

  test("of a process that is gone counts for nothing", () => {
    lockRuns(folder(), "one", 2 ** 22 + 1);
    expect(() => lockRuns(folder(), "two")).not.toThrow();
  });
});

const print = (json: unknown, others: Readonly<Record<string, string>> = {}): string => {
  const stack = join(folder(), "stack");
  mkdirSync(join(stack, ".terraform"), { recursive: true });
  writeFileSync(join(stack, "cdk.tf.json"), JSON.stringify(json));
  for (const [name, text] of Object.entries(others)) writeFileSync(join(stack, name), text);
  return fingerprint({ id: "a", folder: stack });
};
const stack = (version: string, value: string) => ({
  "//": { metadata: { stackName: "a", version } },
  resource: { aws_x: { y: { value, metadata: { version: value } } } },
});

describe("a fingerprint", () => {
  test("does not see CDKTF's version, the order of keys, or Terraform's own files", () => {
    const before = print(stack("0.21.0", "1"));
    const { resource, ...rest } = stack("0.24.0", "1");
    expect(print({ resource, ...rest }, { ".terraform.lock.hcl": "x", "errored.tfstate": "{}" })).toBe(before);
  });

  test("sees every value, also one that is called a version, and every other file", () => {
    const before = print(stack("0.21.0", "1"));
    expect(print(stack("0.21.0", "2"))).not.toBe(before);
    expect(print(stack("0.21.0", "1"), { "function.zip": "code" })).not.toBe(before);
  });

  test("needs a synthesized stack", () => {
    expect(() => fingerprint({ id: "a", folder: join(folder(), "nowhere") })).toThrow(/has not been synthesized/);
  });
});
