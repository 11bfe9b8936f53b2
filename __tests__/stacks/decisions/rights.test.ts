import { generatedOutput } from "../../audit/support/generated";
import { RIGHTS, type Rights } from "../../landscape/rights";
import { rolesWithoutRights, wrongRights } from "../../support/rights";

const output = generatedOutput();

const asks = (rights: Rights): number => [...rights.must, ...rights.mustNot].flatMap(({ actions }) => actions).length;

describe("the table of rights", () => {
  it("is what the generated policies give, on both sides of each request", () => {
    expect(wrongRights(output, RIGHTS)).toEqual([]);
  });

  it("names every role that stacks of production make", () => {
    expect(rolesWithoutRights(output, "prod", RIGHTS)).toEqual([]);
    expect(rolesWithoutRights(output, "prod", RIGHTS.slice(1))).not.toEqual([]);
  });

  it("would notice each single right that is missing, and each that is too much", () => {
    const swapped = RIGHTS.map(({ who, must, mustNot }): Rights => ({ who, must: mustNot, mustNot: must }));
    for (const rights of swapped) {
      const found = wrongRights(output, [rights]);
      // Once for a row about one account, and once for each source otherwise.
      expect([asks(rights), 2 * asks(rights)]).toContain(found.length);
    }
  });
});
