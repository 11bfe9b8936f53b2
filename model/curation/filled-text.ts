/** A text with named gaps, as the intrinsic function `States.Format` fills them. */
export interface FilledText {
  /** With `{}` for each gap. */
  readonly template: string;
  /** Path of the value of each gap, in their order. */
  readonly paths: readonly string[];
}

const GAP = /@(\w+)@/g;

/** What stands in a text for a gap until `filledText` replaces it. */
export const gap = (name: string): string => `@${name}@`;

/**
 * Splits a text that has gaps into a template and the paths of what fills them.
 * @throws Error when the text has braces of its own, which `States.Format` would take for gaps, or a gap without a path
 */
export function filledText(text: string, paths: Readonly<Record<string, string>>): FilledText {
  if (/[{}]/.test(text)) throw new Error(`a text with gaps has braces of its own: ${text}`);
  const used = [...text.matchAll(GAP)].map(([, name = ""]) => {
    const path = paths[name];
    if (path === undefined) throw new Error(`nothing fills the gap ${gap(name)}`);
    return path;
  });
  return { template: text.replaceAll(GAP, "{}"), paths: used };
}

/** The call of `States.Format` for a template that lies at a path. */
export const format = (template: string, paths: readonly string[]): string =>
  `States.Format(${[template, ...paths].join(", ")})`;
