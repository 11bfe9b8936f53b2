import { blocksIn, sharedBlocks } from "../../../model/pages/shared-blocks";

const page = (...versions: readonly (readonly string[])[]): readonly string[] =>
  sharedBlocks(versions.map((lines, index) => ({ name: ["prod", "staging"][index] ?? "", blocks: blocksIn(lines) })));

describe("a section of several environments", () => {
  const data = ["## Data", "intro", "### loans", "#### a", "1", "#### b", "2"];

  it("stands once where it is the same", () => {
    expect(page(data, data)).toEqual(data);
  });

  it("repeats only the block that differs, with the names of those that have it", () => {
    expect(page(data, ["## Data", "intro", "### loans", "#### a", "1", "#### b", "3"])).toEqual([
      ...data.slice(0, 5),
      "#### b in prod",
      "2",
      "#### b in staging",
      "3",
    ]);
  });

  it("has what one alone has in its place", () => {
    expect(page(data, ["## Data", "intro", "### loans", "#### a", "1", "#### new", "9", "#### b", "2"])).toEqual([
      ...data.slice(0, 5),
      "#### new in staging",
      "9",
      "#### b",
      "2",
    ]);
  });

  it("tells headings apart by what they stand below, and by their turn", () => {
    const twice = ["## Data", "### x", "#### t", "1", "### x", "#### t", "2", "### y", "#### t", "3"];
    expect(page(twice, twice)).toEqual(twice);
    expect(page(twice, [...twice.slice(0, 9), "4"])).toEqual([
      ...twice.slice(0, 8),
      "#### t in prod",
      "3",
      "#### t in staging",
      "4",
    ]);
  });
});
