import { accountPart, STACK_IDS } from "../support/bank";
import { block } from "../support/json";
import { synthesized } from "../support/synthesized";

const bank = synthesized();

describe("stacks of the tests' landscape", () => {
  it("are these", () => {
    expect(bank.ids).toEqual(STACK_IDS);
  });

  it("are in the manifest under the same ids, each directly below the App", () => {
    const stacks = Object.entries(block(bank.manifest["stacks"]));
    expect(stacks.map(([id]) => id)).toEqual(STACK_IDS);
    for (const [id, stack] of stacks) expect(stack).toMatchObject({ name: id, constructPath: id });
  });

  it.each(["governance", "lending", "deposits", "risk", "finance"])(
    "of %s are matched by its glob, and no others",
    (account) => {
      const matched = bank.ids.filter((id) => id.startsWith(`prod-${account}-`));
      expect(matched.length).toBeGreaterThan(0);
      expect(matched).toEqual(bank.ids.filter((id) => accountPart(id) === account));
    },
  );

  it("all belong to one of the five accounts", () => {
    expect(new Set(bank.ids.map(accountPart))).toEqual(
      new Set(["governance", "lending", "deposits", "risk", "finance"]),
    );
  });
});
