import { entriesOf, repeated } from "../checks/repeated";
import type { Draft } from "../draft";
import { suggestion } from "../suggestion";
import type { Landscape } from "../types";
import { environmentsOf } from "../walk";
import { allMarks } from "./all-marks";
import type { WrongMark } from "./mark";

/** A mark names environments that exist, each once, and at least one. */
export function markNames(landscape: Draft<Landscape>): readonly WrongMark[] {
  const names = environmentsOf(landscape).flatMap(({ value: { name } }) => (name === undefined ? [] : [name]));
  return allMarks(landscape).flatMap(({ mark = [], keys }): readonly WrongMark[] => {
    if (mark.length === 0) {
      const remedy = `write environments that have it, of ${listed(names)}, or remove it for all`;
      return [{ keys, found: mark, remedy, leftOut: keys }];
    }
    const entries = entriesOf(keys, mark);
    return [
      ...entries
        .filter(({ text }) => !names.includes(text))
        .map((entry) => ({ keys: entry.keys, found: entry.text, remedy: unknown(entry.text, names) })),
      ...repeated(entries).map((again) => ({
        keys: again.keys,
        found: again.text,
        remedy: "remove it: the mark names this environment already",
      })),
    ].map((wrong) => ({ ...wrong, leftOut: wrong.keys }));
  });
}

const listed = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(", ");

function unknown(name: string, names: readonly string[]): string {
  const meant = suggestion(name, names);
  const question = meant === undefined ? "" : `; did you mean \`${meant}\`?`;
  return `write an environment of the landscape, ${listed(names)}, or remove what no environment has${question}`;
}
