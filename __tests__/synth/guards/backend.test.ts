import { findings, stackOf } from "../../support/guarded";
import { type Block, omit } from "../../support/json";

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

  const s3 = { bucket: "states", key: "one", use_lockfile: true, encrypt: true, kms_key_id: "alias/states" };

  it.each(["use_lockfile", "encrypt", "kms_key_id"])("finds a bucket without %s", (setting) => {
    expect(findings(withTerraform({ backend: { s3: omit(s3, setting) } }))).toMatchObject([
      { place: "terraform.backend.s3", cause: `the backend has no ${setting}` },
    ]);
  });

  it("finds a kind that nobody knows", () => {
    expect(findings(withTerraform({ backend: { http: {} } }))).toMatchObject([
      { cause: "the backend http is none of local, s3, cloud" },
    ]);
  });

  it.each([
    [{ backend: { local: { path: "../../../state/x.tfstate" } } }],
    [{ backend: { s3 } }],
    [{ cloud: { organization: "bank", workspaces: { name: "x" } } }],
  ])("finds two stacks with one state: %j", (terraform) => {
    const one = withTerraform(terraform);
    expect(findings(one, { ...one, id: "two" })).toMatchObject([
      { stack: "two", cause: "one keeps its state in the same place" },
    ]);
  });

  it.each([[{ backend: { s3 } }], [{ cloud: { organization: "bank", workspaces: { name: "one" } } }]])(
    "passes one backend: %j",
    (terraform) => {
      expect(findings(withTerraform(terraform))).toEqual([]);
    },
  );

  it("passes two stacks with states of their own", () => {
    const one = withTerraform({ backend: { s3 } });
    const two = { id: "two", json: { ...one.json, terraform: { backend: { s3: { ...s3, key: "two" } } } } };
    expect(findings(one, two)).toEqual([]);
  });

  it("passes a relative path", () => {
    expect(findings(stackOf("one", {}))).toEqual([]);
  });
});
