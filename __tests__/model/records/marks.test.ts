import { array, assert, constantFrom, property, tuple, uniqueArray } from "fast-check";
import { linesOf, marked } from "../../../model/records/marks";

const ALL = ["prod", "staging"];
const record = (prod: readonly string[], staging: readonly string[]) =>
  marked(
    new Map([
      ["prod", prod],
      ["staging", staging],
    ]),
    ALL,
  );

/** Lines with their headings, in one order. */
function sorted(lines: readonly string[]): readonly string[] {
  let heading = "";
  return lines
    .map((line) => {
      if (line.startsWith(" ")) return `${heading}${line}`;
      heading = line;
      return line;
    })
    .toSorted();
}

describe("a record of several environments", () => {
  it("has what all of them have once, without a mark", () => {
    expect(record(["a", "  1", "b"], ["a", "  1", "b"])).toEqual(["a", "  1", "b"]);
  });

  it("marks what only some have, in the place where they have it", () => {
    expect(record(["a", "  1", "  3"], ["a", "  1", "  2", "  3", "b", "  4"])).toEqual([
      "a",
      "  1",
      "  2  [staging]",
      "  3",
      "b  [staging]",
      "  4",
    ]);
  });

  it("shows a promotion as the removal of a mark", () => {
    const before = record(["a"], ["a", "  new"]);
    const after = record(["a", "  new"], ["a", "  new"]);
    expect(before).toEqual(["a", "  new  [staging]"]);
    expect(after).toEqual(["a", "  new"]);
  });

  it("marks everything of a file that one environment alone has", () => {
    expect(marked(new Map([["staging", ["a", "  1"]]]), ALL)).toEqual(["a  [staging]", "  1"]);
  });

  it("gives every environment exactly its own lines back", () => {
    const section = tuple(constantFrom("a", "b", "c"), uniqueArray(constantFrom("  1", "  2", "  3", "  4")));
    const version = uniqueArray(section, { selector: ([heading]) => heading }).map((sections) =>
      sections.flatMap(([heading, lines]) => [heading, ...lines]),
    );
    assert(
      property(array(version, { minLength: 1, maxLength: 4 }), (versions) => {
        const named = new Map(versions.map((lines, index) => [`e${index}`, lines]));
        const lines = marked(named, [...named.keys()]);
        for (const [name, own] of named) expect(sorted(linesOf(lines, name))).toEqual(sorted(own));
      }),
    );
  });
});
