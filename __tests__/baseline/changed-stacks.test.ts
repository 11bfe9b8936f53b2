import { describeChanges } from "./changed-stacks";

describe("the description of changes", () => {
  it("is empty when nothing changed", () => {
    expect(describeChanges({ a: { x: [1] } }, { a: { x: [1] } })).toEqual([]);
  });

  it("names new, missing and changed files, and the places in them", () => {
    const before = { gone: {}, same: { x: 1 }, stack: { resource: { x: [1, 2], y: "old" } } };
    const after = { new: {}, same: { x: 1 }, stack: { resource: { x: [1, 3], y: "new", z: true } } };
    expect(describeChanges(before, after)).toEqual([
      "  gone:    gone",
      "  new:     new",
      "  changed: stack",
      "    resource.x.1",
      "    resource.y",
      "    resource.z",
    ]);
  });

  it("is short for a file in which much changed", () => {
    const [before, after] = [1, 2].map((value) => Object.fromEntries(Array.from({ length: 20 }, (_, n) => [n, value])));
    const lines = describeChanges({ a: before }, { a: after });
    expect(lines).toHaveLength(10);
    expect(lines.at(-1)).toBe("    ... and 12 more");
  });

  it("sees a change of order, for Terraform's lists have one", () => {
    expect(describeChanges({ a: { x: [1, 2] } }, { a: { x: [2, 1] } })).toHaveLength(3);
  });
});
