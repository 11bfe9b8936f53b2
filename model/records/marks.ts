/**
 * What is recorded of all environments, once. A record is lines: headings, and indented by two spaces what belongs to
 * each. A line that only some environments have ends with their names, `  [staging]`; below a heading with a mark, a line
 * without one is in the same environments as its heading.
 */

/** Lines by environment. */
export type Versions = ReadonlyMap<string, readonly string[]>;

const INDENT = "  ";
const MARK = /^(?<text>.*?)(?: {2}\[(?<names>[a-z0-9]+(?:, [a-z0-9]+)*)\])?$/;

/** A line and the environments that have it. */
interface Entry {
  readonly text: string;
  readonly names: string[];
}

interface Section extends Entry {
  readonly entries: Entry[];
}

/**
 * The versions of all environments as one record.
 * @param all every environment of the landscape: what all of them have carries no mark
 */
export function marked(versions: Versions, all: readonly string[]): readonly string[] {
  const sections: Section[] = [];
  for (const [name, lines] of versions) {
    let place = -1;
    let section: Section | undefined;
    let inside = -1;
    for (const line of lines) {
      if (section !== undefined && line.startsWith(INDENT)) {
        inside = add(section.entries, { text: line, names: [] }, inside, name);
        continue;
      }
      place = add(sections, { text: line, names: [], entries: [] }, place, name);
      section = sections[place];
      inside = -1;
    }
  }
  return sections.flatMap(({ text, names, entries }) => [
    `${text}${mark(names, all)}`,
    ...entries.map((entry) => `${entry.text}${mark(entry.names, names)}`),
  ]);
}

/**
 * Notes that an environment has a line: where another one has it already, else behind the line that it follows here.
 * @returns index of the line
 */
function add<E extends Entry>(entries: E[], entry: E, after: number, name: string): number {
  const known = entries.findIndex(({ text }) => text === entry.text);
  const place = known < 0 ? after + 1 : known;
  if (known < 0) entries.splice(place, 0, entry);
  const names = entries[place]?.names ?? [];
  if (!names.includes(name)) names.push(name);
  return place;
}

const mark = (names: readonly string[], all: readonly string[]): string =>
  all.every((name) => names.includes(name)) ? "" : `  [${names.join(", ")}]`;

/** The lines that one environment has of a record. */
export function linesOf(record: readonly string[], environment: string): readonly string[] {
  let below = true;
  return record.flatMap((line) => {
    const { text = line, names } = MARK.exec(line)?.groups ?? {};
    const has = names === undefined || names.split(", ").includes(environment);
    if (line.startsWith(INDENT)) return below && has ? [text] : [];
    below = has;
    return has ? [text] : [];
  });
}
