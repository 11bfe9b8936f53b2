/** How sensitive a column is, lowest first. `forbidden` never leaves the source: DMS removes the column. */
export const CLASSIFICATIONS = ["public", "internal", "confidential", "restricted", "forbidden"] as const;

export type Classification = (typeof CLASSIFICATIONS)[number];

/** Classifications that exist in the lake, lowest first: the values of the LF-tag `classification`. */
export const LAKE_CLASSIFICATIONS = CLASSIFICATIONS.filter((value) => value !== "forbidden");

/** Whether somebody cleared up to `clearance` may read something classified as `value`. */
export function mayRead(clearance: Classification, value: Classification): boolean {
  return value !== "forbidden" && CLASSIFICATIONS.indexOf(value) <= CLASSIFICATIONS.indexOf(clearance);
}

/** The most sensitive of some classifications; `public` when there is none. */
export function highest(values: readonly Classification[]): Classification {
  return CLASSIFICATIONS.findLast((candidate) => values.includes(candidate)) ?? "public";
}

/** All classifications of the lake that somebody cleared up to `clearance` may read, lowest first. */
export function readableUpTo(clearance: Classification): readonly Classification[] {
  return LAKE_CLASSIFICATIONS.filter((value) => mayRead(clearance, value));
}
