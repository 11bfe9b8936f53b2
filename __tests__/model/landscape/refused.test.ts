import { loadLandscape } from "../../../model/landscape/load";
import { LandscapeError } from "../../../model/landscape/problem";
import { inTwo } from "./marks/two";
import {
  REFUSED_CONSUMERS,
  REFUSED_MARKS,
  REFUSED_QUERIES,
  REFUSED_ROWS,
  REFUSED_SHARES,
  REFUSED_TABLES,
  type Refusal,
} from "./refused";
import {
  CONSUMER_REMEDIES,
  MARK_REMEDIES,
  QUERY_REMEDIES,
  type Remedies,
  ROW_REMEDIES,
  SHARE_REMEDIES,
  TABLE_REMEDIES,
} from "./refused/remedies";
import { changed, type Parts, sample } from "./sample";

const TODAY = { today: "2026-11-22" };
const ALL = [...REFUSED_SHARES, ...REFUSED_ROWS, ...REFUSED_CONSUMERS, ...REFUSED_QUERIES, ...REFUSED_TABLES];

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

/** Refusals, each with what its remedy says, followed. */
const followed = (refusals: readonly Refusal[], remedies: Remedies) =>
  refusals.flatMap(({ title, change }) =>
    (remedies[title] ?? []).map((remedy, index) => ({
      title: `${title}, way ${index + 1}`,
      change: (parts: Parts) => {
        change(parts);
        remedy(parts);
      },
    })),
  );

describe("a remedy", () => {
  it.each<readonly [string, readonly Refusal[], Remedies]>([
    ["shares", REFUSED_SHARES, SHARE_REMEDIES],
    ["rows", REFUSED_ROWS, ROW_REMEDIES],
    ["consumers", REFUSED_CONSUMERS, CONSUMER_REMEDIES],
    ["queries", REFUSED_QUERIES, QUERY_REMEDIES],
    ["tables", REFUSED_TABLES, TABLE_REMEDIES],
    ["marks", REFUSED_MARKS, MARK_REMEDIES],
  ])("is known for each refusal of %s, and for nothing else", (_, refusals, remedies) => {
    expect(Object.keys(remedies).toSorted()).toEqual(refusals.map(({ title }) => title).toSorted());
    expect(Object.values(remedies).filter((ways) => ways.length === 0)).toEqual([]);
  });

  it.each([
    ...followed(REFUSED_SHARES, SHARE_REMEDIES),
    ...followed(REFUSED_ROWS, ROW_REMEDIES),
    ...followed(REFUSED_CONSUMERS, CONSUMER_REMEDIES),
    ...followed(REFUSED_QUERIES, QUERY_REMEDIES),
    ...followed(REFUSED_TABLES, TABLE_REMEDIES),
  ])("can be followed: $title", ({ change }) => {
    expect(problemsOf(changed(change))).toEqual([]);
  });

  it.each(followed(REFUSED_MARKS, MARK_REMEDIES))("can be followed: $title", ({ change }) => {
    expect(problemsOf(inTwo(change))).toEqual([]);
  });
});
