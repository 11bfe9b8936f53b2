import type { Change, Group } from "./types";

/** Lines of a group that are shown; more of them are read in the files. */
const MOST = 12;

/** Groups of changes as lines, those that several environments share once. */
export const reviewLines = (groups: readonly Group[], environments: readonly string[]): readonly string[] =>
  groups.flatMap(({ heading, changes }) => {
    const lines = shared(changes, environments);
    if (lines.length === 0) return [];
    const rest = lines.length - MOST;
    return [
      heading,
      ...lines.slice(0, MOST).map((line) => `  ${line}`),
      ...(rest > 0 ? [`  ... and ${rest} more: git diff`] : []),
    ];
  });

function shared(changes: readonly Change[], all: readonly string[]): readonly string[] {
  const environments = new Map<string, string[]>();
  for (const { text, environment } of changes) {
    const known = environments.get(text) ?? [];
    environments.set(text, [
      ...known,
      ...(environment === undefined || known.includes(environment) ? [] : [environment]),
    ]);
  }
  return [...environments].map(([text, names]) =>
    names.length === 0 || all.every((name) => names.includes(name)) ? text : `${names.join(", ")}: ${text}`,
  );
}
