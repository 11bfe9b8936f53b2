/** `[_]`, `[ab]` and `[a-d]`, or one character. */
const PARTS = /\[[^\]]+\]|./gsu;
const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);

function partOf(part: string): string {
  if (part === "%") return ".*";
  if (part === "_") return ".";
  if (part.length > 1 && part.startsWith("[")) return `[${part.slice(1, -1).replaceAll(/[\\^\]]/g, String.raw`\$&`)}]`;
  return escaped(part);
}

/**
 * Whether a name is one that an object locator means: `%` is any text, `_` any character, `[ab]` and `[a-d]` one of
 * several; upper and lower case differ.
 * https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Tasks.CustomizingTasks.TableMapping.SelectionTransformation.Wildcards.html
 */
export const matches = (pattern: string, name: string): boolean =>
  new RegExp(`^${[...pattern.matchAll(PARTS)].map(([part]) => partOf(part)).join("")}$`, "su").test(name);
