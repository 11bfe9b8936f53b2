import { changedPaths } from "../support/compare";
import { isBlock } from "../support/json";

/** Parsed files by name. */
export type Files = Readonly<Record<string, unknown>>;

const PATHS = 8;

/** At most a few paths of a file that changed, as lines; the rest as a number. */
function paths(before: unknown, after: unknown): readonly string[] {
  const all = changedPaths({ file: before }, { file: after }).map((path) => path.replace(/^file\./, ""));
  const rest = all.length - PATHS;
  return [...all.slice(0, PATHS), ...(rest > 0 ? [`... and ${rest} more`] : [])].map((path) => `    ${path}`);
}

/** What is different between the committed output and the present one: files, and places in them. */
export function describeChanges(committed: Files, present: Files): readonly string[] {
  const names = [...new Set([...Object.keys(committed), ...Object.keys(present)])].toSorted();
  return names.flatMap((name) => {
    if (!(name in committed)) return [`  new:     ${name}`];
    if (!(name in present)) return [`  gone:    ${name}`];
    const [before, after] = [committed[name], present[name]];
    if (isBlock(before) && isBlock(after) && JSON.stringify(before) === JSON.stringify(after)) return [];
    return [`  changed: ${name}`, ...paths(before, after)];
  });
}
