import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";

/** What Terraform, not the synthesis, writes into an output. */
const TERRAFORMS = /(?:^|\/)(?:\.terraform(?:\/|$)|[^/]*override\.tf\.json$)/;

/** Files of a synthesized output, with `/` in their names, in order. */
function filesOf(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter((name) => !TERRAFORMS.test(name))
    .toSorted();
}

/** What differs between a committed output and the one that the sources give now, a line per file. */
export function outputChanges(committed: string, present: string): readonly string[] {
  const [before, after] = [filesOf(committed), filesOf(present)];
  const same = (name: string): boolean => readFileSync(join(committed, name)).equals(readFileSync(join(present, name)));
  return [...new Set([...before, ...after])].toSorted().flatMap((name) => {
    if (!before.includes(name)) return [`missing:  ${name}`];
    if (!after.includes(name)) return [`too many: ${name}`];
    return same(name) ? [] : [`changed:  ${name}`];
  });
}
