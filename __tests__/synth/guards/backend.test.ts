import { findings, stackOf } from "../../support/guarded";
import type { Block } from "../../support/json";

const withTerraform = (terraform: Block) => {
  const stack = stackOf("one", {});
  return { ...stack, json: { ...stack.json, terraform } };
};

describe("the guard of backends", () => {
  it("finds a stack without a backend", () => {
    expect(findings(withTerraform({}))).toEqual([
      {
        stack: "one",
        place: "terraform.backend",
        cause: "the stack has no backend",
        remedy: "make the stack a LandingStack, which takes its one backend from the landscape",
      },
    ]);
  });

  it("finds a stack with several", () => {
    const several = { backend: { local: { path: "x.tfstate" }, s3: {} } };
    expect(findings(withTerraform(several))).toMatchObject([{ cause: "the stack has several backends: local, s3" }]);
    expect(findings(withTerraform({ backend: { s3: {} }, cloud: {} }))).toMatchObject([
      { cause: "the stack has several backends: s3, cloud" },
    ]);
  });

  it("finds an absolute path", () => {
    expect(findings(withTerraform({ backend: { local: { path: "/home/me/one.tfstate" } } }))).toMatchObject([
      { place: "terraform.backend.local" },
    ]);
  });

  it.each([[{ backend: { s3: {} } }], [{ cloud: {} }]])("passes one backend: %j", (terraform) => {
    expect(findings(withTerraform(terraform))).toEqual([]);
  });

  it("passes a relative path", () => {
    expect(findings(stackOf("one", {}))).toEqual([]);
  });
});
