import { expressions } from "../../synth/expressions";

describe("expressions", () => {
  it.each<readonly [string, readonly string[]]>([
    ["", []],
    ["no expression { }", []],
    ["${a.b}", ["a.b"]],
    ["x ${a} y ${b} z", ["a", "b"]],
    ["$${escaped}", []],
    ['${f({"x" = {"y" = 1}})} and }', ['f({"x" = {"y" = 1}})']],
    ['${f("}", a)}}', ['f("}", a)']],
    ['${f("\\"}", a)}', ['f("\\"}", a)']],
    ["${never closed", ["never closed"]],
  ])("in %j are %j", (text, expected) => {
    expect(expressions(text)).toEqual(expected);
  });

  it("inside a quoted text of another one are found too", () => {
    expect(expressions('${f("a-${b}")}')).toEqual(['f("a-${b}")', "b"]);
  });
});
