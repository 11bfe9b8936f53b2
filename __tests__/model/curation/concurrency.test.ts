import { tablesAtATime } from "../../../model/curation/concurrency";
import { first } from "../../support/json";
import { lending, prod } from "../../support/landscapes";

const bank = (sources: number, athenaQueries?: number) => ({
  ...prod,
  governance: { ...prod.governance, ...(athenaQueries === undefined ? {} : { athenaQueries }) },
  producers: [{ ...lending, sources: Array.from({ length: sources }, () => first(lending.sources)) }],
});

describe("tables that a run merges at a time", () => {
  it.each([
    [1, undefined, 2],
    [4, undefined, 2],
    [5, undefined, 1],
    [100, undefined, 1],
    [4, 200, 20],
    [5, 200, 10],
    [8, 200, 10],
  ])("of %i sources under a quota of %s are %i", (sources, quota, tables) => {
    expect(tablesAtATime(bank(sources, quota))).toBe(tables);
  });

  it("leave room in the quota for others while all sources have two runs each", () => {
    for (let sources = 1; sources <= 16; sources++) {
      expect(tablesAtATime(bank(sources, 200)) * 2 * sources).toBeLessThanOrEqual(160);
    }
  });
});
