import type { GenericSchema } from "valibot";
import { type Block, block, list, text } from "./json";

/** Whether some value uses what a schema allows, by place: `environments.region`, `environments.backend.kind=s3`. */
type Uses = Map<string, boolean>;

/** A choice of the schema that depends on the value. */
type Getter = (value: unknown) => unknown;
const isGetter = (value: unknown): value is Getter => typeof value === "function";

/** What a schema of each type asks of a value, and where it goes on. */
function look(schema: Block, value: unknown, place: string, uses: Uses): void {
  const note = (name: string, used: boolean): void => void uses.set(name, used || uses.get(name) === true);
  const go = (next: unknown, into: unknown, at = place): void => look(block(next), into, at, uses);
  const { pipe, ...alone } = schema;
  if (Array.isArray(pipe)) return list(pipe).forEach((part) => go({ ...block(part), pipe: undefined }, value));
  switch (alone["type"]) {
    case "loose_object":
      for (const [key, entry] of Object.entries(block(alone["entries"]))) {
        const found = block(value)[key];
        note(`${place}.${key}`, found !== undefined);
        if (found !== undefined) go(entry, found, `${place}.${key}`);
      }
      return;
    case "exact_optional":
      return go(alone["wrapped"], value);
    case "array":
      return list(value).forEach((entry) => go(alone["item"], entry));
    case "record":
      return Object.values(block(value)).forEach((entry) => go(alone["value"], entry));
    case "picklist":
      return list(alone["options"]).forEach((option) => note(`${place}=${text(option)}`, option === value));
    case "lazy":
      if (isGetter(alone["getter"])) go(alone["getter"](value), value);
  }
}

/** Properties and options that a schema allows and a value does not use, wherever in it. */
export function unusedShapes(schema: GenericSchema, value: unknown): readonly string[] {
  const uses: Uses = new Map();
  look({ ...schema }, value, "", uses);
  return [...uses].filter(([, used]) => !used).map(([name]) => name.slice(1));
}
