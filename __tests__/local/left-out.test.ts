import { leftOutStacks } from "../../local/left-out";

const stack = (id: string, ...dependencies: readonly string[]) => ({ id, folder: id, dependencies });

test("stacks without a provider are left out, and whatever depends on them, near or far", () => {
  const stacks = [
    stack("reconciliation", "replication"),
    stack("replication", "network", "credentials"),
    stack("credentials"),
    stack("network"),
  ];
  const unusable = new Map([
    ["credentials", "hashicorp/random 3.7.2: no mirror"],
    ["of another environment", "hashicorp/random 3.7.2: no mirror"],
  ]);
  expect([...leftOutStacks(stacks, unusable)]).toEqual([
    ["credentials", "hashicorp/random 3.7.2: no mirror"],
    ["replication", "needs credentials, which is left out"],
    ["reconciliation", "needs replication, which is left out"],
  ]);
});

test("nothing is left out where every provider can be had", () => {
  expect(leftOutStacks([stack("replication", "network"), stack("network")], new Map()).size).toBe(0);
});
