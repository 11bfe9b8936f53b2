import { holdingsOf } from "../../../operations/bootstrap/holdings";
import { situationOf } from "../../../operations/bootstrap/situation";

const state = (...ids: readonly string[]): string =>
  JSON.stringify({
    version: 4,
    resources: [
      { mode: "data", type: "aws_vpc", name: "v", instances: [{ attributes: { id: "vpc-1" } }] },
      ...ids.map((id) => ({ mode: "managed", type: "aws_iam_role", name: id, instances: [{ attributes: { id } }] })),
    ],
  });

describe("what a state holds", () => {
  it("is its resources with their ids, in one order, without what is only looked up", () => {
    expect(holdingsOf(state("b", "a"))).toEqual(["aws_iam_role.a a", "aws_iam_role.b b"]);
  });

  it.each([undefined, "", "{}", "no JSON"])("is nothing in %j", (text) => {
    expect(holdingsOf(text)).toEqual([]);
  });
});

describe("the situation of a bootstrap", () => {
  const [none, some, more] = [holdingsOf(state()), holdingsOf(state("a")), holdingsOf(state("a", "b"))];

  it.each([
    ["begin", none, none],
    ["continue", some, none],
    ["settled", none, some],
    ["tidy", some, some],
    ["conflict", more, some],
    ["conflict", some, more],
  ] as const)("is %s", (expected, local, remote) => {
    expect(situationOf(local, remote)).toBe(expected);
  });
});
