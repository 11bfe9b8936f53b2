import { ordered } from "../../../model/landscape/order";
import { describeProblems, LandscapeError, type Problem } from "../../../model/landscape/problem";
import { shown } from "../../../model/landscape/shown";
import { suggestion } from "../../../model/landscape/suggestion";

const problem = (file: string, path: string): Problem => ({ file, path, found: "1", remedy: "write 2" });

describe("describeProblems", () => {
  it("groups by file and counts", () => {
    const report = describeProblems([problem("a.ts", "x"), problem("b.ts", "y"), problem("a.ts", "z")]);
    expect(report).toBe(
      "a.ts\n  x\n    found 1\n    write 2\n  z\n    found 1\n    write 2\n\n" +
        "b.ts\n  y\n    found 1\n    write 2\n\n3 problems in 2 files; nothing was written",
    );
  });

  it("counts one in the singular", () => {
    expect(describeProblems([problem("a.ts", "x")])).toMatch(/\n\n1 problem in 1 file; nothing was written$/);
  });

  it("is the message of the error", () => {
    const problems = [problem("a.ts", "x")];
    expect(new LandscapeError(problems).message).toBe(describeProblems(problems));
  });
});

describe("ordered", () => {
  it("sorts by file and path, and drops what is there twice", () => {
    const [a, b, c] = [problem("a.ts", "x"), problem("a.ts", "y"), problem("b.ts", "a")];
    expect(ordered([c, b, a, { ...b }])).toEqual([a, b, c]);
  });
});

describe("shown", () => {
  const loop: { self?: unknown } = {};
  loop.self = loop;

  it.each([
    [undefined, "nothing"],
    ["a", '"a"'],
    ["a\nb", String.raw`"a\nb"`],
    [Number.NaN, "NaN"],
    [12n, "12"],
    [Symbol("s"), "Symbol(s)"],
    [() => 1, "a function"],
    [{ a: [1, null] }, '{"a":[1,null]}'],
    [{ toJSON: () => undefined }, "a value that JSON cannot hold"],
    [{ a: 1n }, "a value that JSON cannot hold"],
    [loop, "a value that JSON cannot hold"],
    ["é".repeat(59), `"${"é".repeat(58)}…`],
  ])("shows %p", (value, expected) => {
    expect(shown(value)).toBe(expected);
  });
});

describe("suggestion", () => {
  it.each([
    ["regoin", "region"],
    ["Region", "region"],
    ["tag", "tags"],
    ["name", undefined],
    ["x".repeat(50), undefined],
  ])("of %p is %p", (text, expected) => {
    expect(suggestion(text, ["tags", "region", "organization"])).toBe(expected);
  });
});
