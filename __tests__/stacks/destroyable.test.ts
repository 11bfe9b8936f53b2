import { prod } from "../landscape/prod";
import { at, isBlock, leaves } from "../support/json";
import { synthesized } from "../support/synthesized";

const leave = {
  stack: "prod-lending-source-loans",
  reason: "The source has moved to another bank",
  owner: "anna@examplebank.example",
  expires: "2036-12-31",
};
const before = synthesized();
const after = synthesized({ environments: [{ ...prod, destroyable: [leave] }] });

describe("a stack that may be destroyed", () => {
  it("has no protection left", () => {
    expect(at(before.only(leave.stack, "aws_rds_cluster"), "deletion_protection")).toBe(true);
    expect(at(after.only(leave.stack, "aws_rds_cluster"), "deletion_protection")).toBe(false);
    const protections = leaves(after.stack(leave.stack)).filter(({ path }) => path.includes("prevent_destroy"));
    expect(protections).toEqual([]);
  });

  it("is the only one that changes", () => {
    for (const id of before.ids.filter((other) => other !== leave.stack)) {
      expect([id, after.stack(id)]).toEqual([id, before.stack(id)]);
    }
  });

  it("keeps final snapshot and everything else", () => {
    const [was, is] = [before, after].map((bank) => {
      const { lifecycle: _, deletion_protection: __, ...cluster } = bank.only(leave.stack, "aws_rds_cluster");
      return cluster;
    });
    expect(is).toEqual(was);
    expect(isBlock(is) && is["skip_final_snapshot"]).not.toBe(true);
  });

  it("must exist", () => {
    const stray = { ...leave, stack: "prod-lending-source-loan" };
    expect(() => synthesized({ environments: [{ ...prod, destroyable: [stray] }] })).toThrow(
      /accounts\/prod\/index\.ts: destroyable: there is no stack prod-lending-source-loan/,
    );
  });
});
