import { findings, stackOf } from "../../support/guarded";
import type { Block } from "../../support/json";

const tag: Block = { aws_lakeformation_lf_tag: { domain: { key: "domain", values: ["loans", "deposits"] } } };
const assigned = (value: string): Block => ({
  aws_lakeformation_resource_lf_tags: { x: { database: { name: "d" }, lf_tag: [{ key: "domain", value }] } },
});
const granted = (value: string): Block => ({
  aws_lakeformation_permissions: {
    x: { permissions: ["DESCRIBE"], lf_tag_policy: { expression: [{ key: "domain", values: [value] }] } },
  },
});

describe("the guard of tag values", () => {
  it("finds a value that nothing has", () => {
    expect(findings(stackOf("one", tag), stackOf("two", assigned("loans")))).toEqual([
      {
        stack: "one",
        place: "aws_lakeformation_lf_tag.domain",
        cause: "nothing has the tag domain=deposits, and no grant is by it",
        remedy: "remove the value from the tag (model/access/tags.ts), or assign it",
      },
    ]);
  });

  it("passes values that are assigned or granted by, in any stack of the account", () => {
    expect(
      findings(stackOf("one", tag), stackOf("two", assigned("loans")), stackOf("three", granted("deposits"))),
    ).toEqual([]);
  });

  it("does not count what another account does", () => {
    const other = stackOf("two", { ...assigned("deposits") }, "222233334444");
    expect(findings(stackOf("one", { ...tag, ...assigned("loans") }), other)).toHaveLength(1);
  });

  it("says nothing in an account that uses no tag yet", () => {
    expect(findings(stackOf("one", tag))).toEqual([]);
  });
});
