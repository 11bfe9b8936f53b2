import { missingKeys, withoutStateful } from "../../../../operations/deploy/destroy/keys";
import { holdingsOf, isStateful } from "../../../../operations/deploy/destroy/stateful";
import type { Step } from "../../../../operations/deploy/order/steps";

const step = (id: string, ...after: readonly string[]): Step => ({ id, account: "a", wave: 1, folder: "", after });
const stack = (body: unknown) => ({ resource: { aws_kms_key: { key: body }, aws_iam_role: { role: {} } } });
const waived = {
  "//": { waivers: [{ rules: ["destroy-protection"], reason: "gone", owner: "a@b.c", expires: "2027-01-01" }] },
};

describe("what a stack holds", () => {
  test.each([
    ["prevent_destroy", { lifecycle: { prevent_destroy: true } }],
    ["deletion protection", { deletion_protection: true }],
  ])("is locked by %s", (_, body) => {
    expect(holdingsOf(stack(body))).toEqual({ locked: ["aws_kms_key.key"], unlocked: [] });
  });

  test("is unlocked by a waiver of that rule alone, and is still something to miss", () => {
    expect(holdingsOf(stack(waived))).toEqual({ locked: [], unlocked: ["aws_kms_key.key"] });
    expect(isStateful(holdingsOf(stack(waived)))).toBe(true);
    const other = { "//": { waivers: [{ rules: ["secret-rotation"] }] } };
    expect(isStateful(holdingsOf(stack(other)))).toBe(false);
  });

  test("is nothing where nothing is protected", () => {
    expect(isStateful(holdingsOf(stack({ deletion_protection: false })))).toBe(false);
  });
});

describe("the two keys", () => {
  const json = { locked: stack({ deletion_protection: true }), unlocked: stack(waived), free: stack({}) };
  const keys = (ids: readonly (keyof typeof json)[], second?: string) =>
    missingKeys(
      "prod",
      ids.map((id) => step(id)),
      (id) => holdingsOf(id === "locked" ? json.locked : id === "unlocked" ? json.unlocked : json.free),
      second,
    ).join("\n");

  test("are not needed where nothing would be missed", () => {
    expect(keys(["free"])).toBe("");
  });

  test("are both needed for what holds data: neither is enough", () => {
    expect(keys(["locked"])).toMatch(/First key: .*accounts\/prod\/index\.ts[^]*Second key: --destroy-stateful prod/);
    expect(keys(["locked"], "prod")).toMatch(/First key/);
    expect(keys(["locked"], "prod")).not.toMatch(/Second key/);
    expect(keys(["unlocked"])).toMatch(/Second key/);
    expect(keys(["unlocked"])).not.toMatch(/First key/);
  });

  test("open together", () => {
    expect(keys(["unlocked", "free"], "prod")).toBe("");
  });

  test("the second key names the environment: another one's does not fit", () => {
    expect(keys(["unlocked"], "staging")).toMatch(/Second key: --destroy-stateful prod \(it says staging\)/);
  });

  test("one locked stack among many keeps everything", () => {
    expect(keys(["unlocked", "locked", "free"], "prod")).toMatch(/^locked holds data/);
  });
});

test("without what holds data, what that needs stays too", () => {
  const steps = [step("network"), step("data", "network"), step("jobs", "data"), step("other")];
  expect(withoutStateful(steps, (id) => id === "data").map(({ id }) => id)).toEqual(["jobs", "other"]);
});
