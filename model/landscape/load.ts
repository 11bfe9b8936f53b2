import { CHECKS } from "./checks";
import type { Circumstances } from "./checks/check";
import type { Draft } from "./draft";
import { withFiles } from "./files";
import { resolveMarks } from "./marks";
import { ordered } from "./order";
import { LandscapeError, type Problem } from "./problem";
import { checkShape } from "./shape";
import type { Landscape } from "./types";

/**
 * The landscape, checked in shape and meaning. Each environment has what is not held back from it, and no marks are left.
 * @param value what `accounts/` declares; may be anything
 * @param circumstances what is true today; nothing of it reaches the output
 * @throws LandscapeError with every problem there is, in one report
 */
export function loadLandscape(value: unknown, circumstances: Circumstances = {}): Landscape {
  const { isFile } = circumstances;
  const shape = checkShape(withFiles(value, isFile));
  const marks = resolveMarks(withFiles(shape.draft, isFile), circumstances);
  withFiles(marks.draft, isFile);
  const meaning = CHECKS.flatMap((check) => check(marks.draft, circumstances));
  const problems = ordered([...shape.problems, ...marks.problems, ...meaning]);
  if (problems.length > 0 || !isWhole(marks.draft, shape.problems)) throw new LandscapeError(problems);
  return marks.draft;
}

/** Where the schema has nothing to say a draft misses nothing, and marks take away only what may be missing. */
const isWhole = (_draft: Draft<Landscape>, { length }: readonly Problem[]): _draft is Landscape => length === 0;
