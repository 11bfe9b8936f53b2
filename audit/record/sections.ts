/** A heading of a record and what belongs to it. */
export interface Section {
  readonly heading: string;
  readonly lines: readonly string[];
}

/** Sections as lines, those below a heading indented by two spaces. */
export const sectionLines = (sections: readonly Section[]): readonly string[] =>
  sections.flatMap(({ heading, lines }) => [heading, ...lines.map((line) => `  ${line}`)]);

/** The way back. */
export function sectionsIn(lines: readonly string[]): readonly Section[] {
  const sections: { heading: string; lines: string[] }[] = [];
  for (const line of lines) {
    if (line.startsWith("  ")) sections.at(-1)?.lines.push(line.slice(2));
    else if (line !== "") sections.push({ heading: line, lines: [] });
  }
  return sections;
}
