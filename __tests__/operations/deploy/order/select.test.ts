import * as fc from "fast-check";
import { select } from "../../../../operations/deploy/order/select";
import type { Step } from "../../../../operations/deploy/order/steps";
import { Failure } from "../../../../operations/failure";

const step = (account: string, concern: string): Step => ({
  id: `prod-${account}-${concern}`,
  account,
  wave: 1,
  folder: "",
  after: [],
});
const steps = ["lending", "deposits"].flatMap((account) =>
  ["network", "source-loans", "monitoring"].map((concern) => step(account, concern)),
);
const ids = (selection: Partial<Parameters<typeof select>[1]>) =>
  select(steps, { accounts: [], globs: [], changed: undefined, ...selection }).map(({ id }) => id);

test("without limits everything is meant", () => {
  expect(ids({})).toEqual(steps.map(({ id }) => id));
});

test("globs are those of cdktf, and each adds", () => {
  expect(ids({ globs: ["prod-lending-*"] })).toHaveLength(3);
  expect(ids({ globs: ["*-network", "prod-deposits-source-{loans,cards}"] })).toEqual([
    "prod-lending-network",
    "prod-deposits-network",
    "prod-deposits-source-loans",
  ]);
});

test("limits of different kinds narrow each other", () => {
  const changed = new Set(["prod-lending-network", "prod-deposits-network"]);
  expect(ids({ accounts: ["lending"], globs: ["*-network", "*-monitoring"], changed })).toEqual([
    "prod-lending-network",
  ]);
});

test("nothing changed is nothing to do, and no error", () => {
  expect(ids({ changed: new Set() })).toEqual([]);
});

test("an account or a glob that no stack has is a slip of the pen", () => {
  expect(() => ids({ accounts: ["lendin"] })).toThrow(/lendin: the accounts are lending, deposits/);
  expect(() => ids({ globs: ["prod-lending-*", "prod-lendin-*"] })).toThrow(Failure);
  expect(() => ids({ globs: ["prod-lending-*", "prod-lendin-*"] })).toThrow(/'prod-lendin-\*'/);
});

test("whatever is chosen keeps its order and is chosen once", () => {
  const globs = fc.subarray(["*", "prod-lending-*", "*-network", "prod-deposits-source-*"], { minLength: 1 });
  fc.assert(
    fc.property(globs, (chosen) => {
      const all = steps.map(({ id }) => id);
      expect(ids({ globs: chosen })).toEqual(all.filter((id) => ids({ globs: chosen }).includes(id)));
      expect(new Set(ids({ globs: chosen })).size).toBe(ids({ globs: chosen }).length);
    }),
  );
});
