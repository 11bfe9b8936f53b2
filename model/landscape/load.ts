import { CHECKS } from "./checks";
import type { Circumstances } from "./checks/check";
import { ordered } from "./order";
import { LandscapeError } from "./problem";
import { checkShape } from "./shape";
import type { Landscape } from "./types";

/**
 * The landscape, checked in shape and meaning.
 * @param value what `accounts/` declares; may be anything
 * @param circumstances what is true today; nothing of it reaches the output
 * @throws LandscapeError with every problem there is, in one report
 */
export function loadLandscape(value: unknown, circumstances: Circumstances = {}): Landscape {
  const { problems, draft, landscape } = checkShape(value);
  const all = ordered([...problems, ...CHECKS.flatMap((check) => check(draft, circumstances))]);
  if (all.length > 0 || landscape === undefined) throw new LandscapeError(all);
  return landscape;
}
