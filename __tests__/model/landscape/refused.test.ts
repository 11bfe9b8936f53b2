import { loadLandscape } from "../../../model/landscape/load";
import { LandscapeError } from "../../../model/landscape/problem";
import { REFUSED_CONSUMERS, REFUSED_QUERIES, REFUSED_ROWS, REFUSED_SHARES } from "./refused";
import { changed, sample } from "./sample";

const TODAY = { today: "2026-11-22" };
const ALL = [...REFUSED_SHARES, ...REFUSED_ROWS, ...REFUSED_CONSUMERS, ...REFUSED_QUERIES];

/** The problems of a landscape, as they are reported. */
function problemsOf(landscape: unknown) {
  try {
    loadLandscape(landscape, TODAY);
    return [];
  } catch (error) {
    if (error instanceof LandscapeError) return error.problems;
    throw error;
  }
}

describe("a landscape is refused for", () => {
  it("each of at least fifty mistakes about access, and not without a mistake", () => {
    expect(ALL.length).toBeGreaterThanOrEqual(50);
    expect(new Set(ALL.map(({ title }) => title)).size).toBe(ALL.length);
    expect(problemsOf(sample)).toEqual([]);
  });

  it.each(ALL)("$title", ({ change, file, path, found, remedy }) => {
    expect(problemsOf(changed(change))).toEqual([{ file, path, found, remedy }]);
  });
});
