import { levels, planDeployment } from "../../../local/deployment/plan";
import type { SynthesizedStack } from "../../../operations/manifest";
import { landscape } from "../../landscape";

const [environment] = landscape.environments;
if (environment === undefined) throw new Error("The landscape has no environment.");
const [producer] = environment.producers;
const account = `${environment.name}-${producer?.name}`;

const stack = (id: string, ...dependencies: readonly string[]): SynthesizedStack => ({ id, folder: "", dependencies });
const stacks = [
  stack(`${account}-credentials`, `${account}-network`),
  stack(`${account}-network`),
  stack(`${account}-replication-loans`, `${account}-credentials`, `${account}-source-loans`),
  stack(`${account}-source-loans`, `${account}-network`),
  stack(`${environment.name}-${environment.governance.name}-lake`),
];

const callsOf = (without: readonly string[]) =>
  planDeployment(environment, stacks, new Set(without))
    .flatMap(({ accounts }) => accounts)
    .find((deployment) => deployment.account === producer)?.calls;

test("an account is one call with its glob", () => {
  expect(callsOf([])).toEqual([
    { patterns: [`${account}-*`], stacks: stacks.slice(0, 4).map(({ id }) => id), partial: false },
  ]);
});

test("an account without stacks needs no call", () => {
  const everybody = planDeployment(environment, stacks, new Set()).flatMap(({ accounts }) => accounts);
  const withCalls = everybody.filter(({ calls }) => calls.length > 0).map(({ account: { name } }) => name);
  expect(everybody.length).toBeGreaterThan(withCalls.length);
  expect(withCalls).toEqual([environment.governance.name, producer?.name]);
});

test("without one of its stacks the rest of an account keeps its order", () => {
  expect(callsOf([`${account}-credentials`])?.map(({ patterns, partial }) => [partial, ...patterns])).toEqual([
    [true, `${account}-network`],
    [true, `${account}-source-loans`],
    [true, `${account}-replication-loans`],
  ]);
});

test("a stack left out in one account does not change another", () => {
  const [governance] = planDeployment(environment, stacks, new Set([`${account}-network`]));
  expect(governance?.accounts[0]?.calls).toEqual([
    {
      patterns: [`${environment.name}-${environment.governance.name}-*`],
      stacks: [`${environment.name}-${environment.governance.name}-lake`],
      partial: false,
    },
  ]);
});

test("levels end with an error when stacks depend on each other", () => {
  expect(() => levels([stack("a", "b"), stack("b", "a")])).toThrow(/circle/);
});

test("levels ignore stacks that are not among them", () => {
  expect(levels([stack("a", "elsewhere")])).toHaveLength(1);
});
