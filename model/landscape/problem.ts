import type { Keys } from "./keys";
import { locate } from "./locate";
import type { Place } from "./place";
import { shown } from "./shown";

/** One mistake in the landscape. */
export interface Problem extends Place {
  /** The value, shortened; `nothing` when it is missing. */
  readonly found: string;
  /** What to do, as a sentence that begins with a verb, for example "write `10.20.0.0/16`". */
  readonly remedy: string;
}

/** A problem with the value at `keys`. */
export function problemAt(landscape: unknown, keys: Keys, found: unknown, remedy: string): Problem {
  return { ...locate(landscape, keys), found: shown(found), remedy };
}

/** The landscape cannot be used. The message is the complete report. */
export class LandscapeError extends Error {
  override readonly name = "LandscapeError";

  constructor(readonly problems: readonly Problem[]) {
    super(describeProblems(problems));
  }
}

/** The report: problems by file, what to do about each, and their number. Keeps the order of the problems in a file. */
export function describeProblems(problems: readonly Problem[]): string {
  const files = [...new Set(problems.map(({ file }) => file))];
  const blocks = files.map((file) =>
    [file, ...problems.filter((problem) => problem.file === file).map(describeProblem)].join("\n"),
  );
  const total = `${count(problems.length, "problem")} in ${count(files.length, "file")}; nothing was written`;
  return [...blocks, total].join("\n\n");
}

const describeProblem = ({ path, found, remedy }: Problem): string => `  ${path}\n    found ${found}\n    ${remedy}`;

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? "" : "s"}`;
