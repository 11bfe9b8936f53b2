import * as v from "valibot";
import { isObject } from "../keys";
import { suggestion } from "../suggestion";

const UNKNOWN = "remove it: the landscape has no such property";

/**
 * An object with exactly these properties. A missing property is answered with the message of its own schema, and every
 * unknown one is a problem, not just the first.
 * @param remedy what to write instead of something that is no object
 */
export function strict<Entries extends v.ObjectEntries>(
  remedy: string,
  entries: Entries,
): v.GenericSchema<unknown, Strict<Entries>> {
  const known = Object.keys(entries);
  const missing = ({ path }: v.BaseIssue<unknown>): string => remedyOf(entries[String(path?.[0].key)]) ?? remedy;
  return v.pipe(
    v.custom<object>(isObject, remedy),
    v.looseObject(entries, missing),
    v.rawCheck(({ dataset, addIssue }) => {
      const input = isObject(dataset.value) ? dataset.value : {};
      for (const [key, value] of Object.entries(input)) {
        if (known.includes(key)) continue;
        const meant = suggestion(key, known);
        const message = meant === undefined ? UNKNOWN : `${UNKNOWN}; did you mean \`${meant}\`?`;
        addIssue({ message, input: value, path: [{ type: "object", origin: "value", input, key, value }] });
      }
    }),
  );
}

/** What the schema library infers itself stays unresolved in part, which would make the proof in `schema.ts` worthless. */
type Strict<Entries extends v.ObjectEntries> = {
  readonly [Key in Exclude<keyof Entries, Optional<Entries>>]: v.InferOutput<Entries[Key]>;
} & { readonly [Key in Optional<Entries>]?: v.InferOutput<Entries[Key]> };
type Optional<Entries extends v.ObjectEntries> = {
  [Key in keyof Entries]: Entries[Key] extends { readonly type: "exact_optional" } ? Key : never;
}[keyof Entries];

/** An object whose keys are chosen by whoever writes it. */
export function keyed<Item extends v.GenericSchema>(
  remedy: string,
  key: v.GenericSchema<string, string>,
  item: Item,
): v.GenericSchema<unknown, Record<string, v.InferOutput<Item>>> {
  return v.pipe(v.custom<object>(isObject, remedy), v.record(key, item));
}

function remedyOf(schema: unknown): string | undefined {
  return isObject(schema) && typeof schema["message"] === "string" ? schema["message"] : undefined;
}
