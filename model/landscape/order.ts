import type { Problem } from "./problem";

/** Problems in the order of the report, each once. Independent of the order in which they were found. */
export function ordered(problems: readonly Problem[]): readonly Problem[] {
  const byKey = new Map(problems.map((problem) => [sortKey(problem), problem]));
  return [...byKey].toSorted(([left], [right]) => (left < right ? -1 : 1)).map(([, problem]) => problem);
}

/** Compared by code units: a locale's order would differ between machines. The separator sorts before every character. */
const sortKey = ({ file, path, found, remedy }: Problem): string => [file, path, found, remedy].join("\0");
