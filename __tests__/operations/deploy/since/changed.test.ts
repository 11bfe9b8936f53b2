import { difference } from "../../../../operations/deploy/since/changed";

test("changed is what is new or means something else; gone is what is no longer generated", () => {
  const before = new Map([
    ["same", "1"],
    ["other", "1"],
    ["gone", "1"],
  ]);
  const now = new Map([
    ["same", "1"],
    ["other", "2"],
    ["new", "1"],
  ]);
  expect(difference(before, now)).toEqual({ changed: new Set(["other", "new"]), gone: ["gone"] });
});
