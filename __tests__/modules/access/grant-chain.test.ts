import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import * as fc from "fast-check";
import { GrantChain } from "../../../modules/access/grant-chain";
import { built } from "../../support/built";
import { grantsInOrder } from "../../support/grants";
import type { Synthesized } from "../../support/output";
import { emptyStack } from "../../support/small-stacks";

const output = (names: readonly string[]): Synthesized =>
  built((app) => {
    const stack = emptyStack(app, "one");
    const chain = new GrantChain(stack, "grants", [new KmsKey(stack, "first", {})]);
    for (const name of names) {
      chain.grant(name, { principal: name, permissions: ["DESCRIBE"], database: { name } });
    }
  });

describe("a chain of grants", () => {
  it("makes them one after the other, in the order in which they were added", () => {
    const names = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6}$/), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(names, (list) => {
        const grants = grantsInOrder(output(list), "one");
        expect(grants.map(({ principal }) => principal)).toEqual(list);
        expect(grants[0]?.["depends_on"]).toEqual(["aws_kms_key.first"]);
      }),
      { numRuns: 30 },
    );
  });

  it("may be empty", () => {
    expect(grantsInOrder(output([]), "one")).toEqual([]);
  });
});

describe("the check of chains", () => {
  it("refuses two grants that begin at the same time", () => {
    const two = built((app) => {
      const stack = emptyStack(app, "one");
      for (const id of ["a", "b"]) {
        new GrantChain(stack, id).grant("x", { principal: id, permissions: ["DESCRIBE"], database: { name: id } });
      }
    });
    expect(() => grantsInOrder(two, "one")).toThrow("two grants wait for nothing");
  });
});
