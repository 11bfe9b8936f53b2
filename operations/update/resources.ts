import { movesOf } from "../../audit/lock/moves";
import { type Section, sectionsIn } from "../../audit/record/sections";
import type { Built } from "./present";
import type { Change } from "./types";
import type { Version } from "./versions";

/** What becomes of the resources of stacks, as far as addresses and recorded attributes tell. */
export interface ResourceChanges {
  readonly created: readonly Change[];
  readonly gone: readonly Change[];
  readonly moved: readonly Change[];
  readonly replaced: readonly Change[];
  readonly policies: readonly Change[];
}

/** A line of an attribute that AWS cannot change. */
const FIXED = /^\w+ = /;

export function resourceChanges(versions: readonly Version[], built: readonly Built[]): ResourceChanges {
  const each = versions.map((version) => ofStack(version, movesIn(version, built)));
  const all = (kind: keyof ResourceChanges): readonly Change[] => each.flatMap((changes) => changes[kind]);
  return {
    created: all("created"),
    gone: all("gone"),
    moved: all("moved"),
    replaced: all("replaced"),
    policies: all("policies"),
  };
}

/** Where addresses of a stack move to; nothing where the object is let go of. */
function movesIn({ environment, file }: Version, built: readonly Built[]): ReadonlyMap<string, string | undefined> {
  const output = built.find((each) => each.environment.name === environment)?.output;
  const stack = output?.stacks.find(({ id }) => id === `${environment}-${file}`);
  return new Map((stack === undefined ? [] : movesOf(stack)).map(({ from, to }) => [from, to]));
}

function ofStack(
  { environment, file, before, after }: Version,
  moves: ReadonlyMap<string, string | undefined>,
): ResourceChanges {
  const [old, now] = [sectionsIn(before), sectionsIn(after)];
  const known = new Map(old.map((section) => [section.heading, section]));
  const present = new Set(now.map(({ heading }) => heading));
  const targets = new Set(moves.values());
  const change = (text: string): Change => ({ text: `${file}: ${text}`, environment });
  const without = old.filter(({ heading }) => !present.has(heading));
  const pairs = now.flatMap((section) => {
    const was = known.get(section.heading);
    return was === undefined ? [] : [{ was, section }];
  });
  return {
    created: counted(now.filter(({ heading }) => !known.has(heading) && !targets.has(heading))).map(change),
    gone: counted(without.filter(({ heading }) => !moves.has(heading))).map(change),
    moved: without
      .filter(({ heading }) => moves.has(heading))
      .map(({ heading }) => change(movedText(heading, moves.get(heading)))),
    replaced: pairs.flatMap(({ was, section }) => replacement(was, section)).map(change),
    policies: pairs
      .filter(({ was, section }) => said(was) !== said(section))
      .map(({ section }) => change(section.heading)),
  };
}

/** Resources by their type: `3 aws_kms_alias`. */
function counted(sections: readonly Section[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { heading } of sections) {
    const type = heading.slice(0, heading.indexOf("."));
    counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  return counts.size === 0 ? [] : [[...counts].map(([type, count]) => `${count} ${type}`).join(", ")];
}

function replacement(was: Section, { heading, lines }: Section): readonly string[] {
  const gone = was.lines.filter((line) => FIXED.test(line) && !lines.includes(line));
  const come = lines.filter((line) => FIXED.test(line) && !was.lines.includes(line));
  if (gone.length + come.length === 0) return [];
  return [`${heading}: ${gone.join(", ") || "nothing"} becomes ${come.join(", ") || "nothing"}`];
}

const said = ({ lines }: Section): string => lines.filter((line) => !FIXED.test(line)).join("\n");

const movedText = (from: string, to: string | undefined): string =>
  to === undefined ? `${from} is let go of, and stays as it is` : `${from} becomes ${to}`;
