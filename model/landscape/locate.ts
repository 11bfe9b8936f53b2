import { child, isObject, type Keys, WORD } from "./keys";

/** Where a person finds a value. */
export interface Place {
  /** File by the convention of `accounts/`, with forward slashes. */
  readonly file: string;
  /** Inside the file, with names instead of positions where there are names: `tables[loan].primaryKey`. */
  readonly path: string;
}

const SHOWN_NAME = /^[\w.:/@+=,-]{1,120}$/;
const SHOWN_KEY = /^[A-Za-z_]\w{0,79}$/;

/**
 * Translates keys into file and path. An account or environment without a valid name has no file of its own yet: its place
 * is in the file that lists it.
 */
export function locate(landscape: unknown, keys: Keys): Place {
  let value = landscape;
  let place: Place = { file: "accounts/index.ts", path: "" };
  const names: string[] = [];
  for (const [depth, key] of keys.entries()) {
    value = child(value, key);
    const file = ownFile(keys.slice(0, depth + 1), value, names);
    if (file !== undefined && (key === "tables" || key === "queries")) place = { file, path: key };
    else if (file !== undefined) place = { file, path: "" };
    else place = { ...place, path: `${place.path}${segment(key, value, place.path === "")}` };
  }
  return { ...place, path: place.path === "" ? "the whole file" : place.path };
}

/** The file that a value is kept in, if it opens one. Collects the names that file names are made of. */
function ownFile(keys: Keys, value: unknown, names: string[]): string | undefined {
  const name = child(value, "name");
  const word = typeof name === "string" && WORD.test(name) ? name : undefined;
  const shape = keys.map((key) => (typeof key === "number" ? "*" : key)).join(".");
  if (shape === "environments.*") {
    names[0] = word ?? "";
    return word && `accounts/${word}/index.ts`;
  }
  if (!names[0]) return undefined;
  if (shape === "environments.*.queries") return `accounts/${names[0]}/queries.ts`;
  if (/^environments\.\*\.(?:governance|producers\.\*|consumers\.\*)$/.test(shape)) {
    return word && `accounts/${names[0]}/${word}.ts`;
  }
  if (shape === "environments.*.producers.*.sources.*") names[1] = word ?? "";
  const tables = shape === "environments.*.producers.*.sources.*.tables";
  return tables && names[1] ? `accounts/${names[0]}/tables/${names[1]}.ts` : undefined;
}

function segment(key: string | number, value: unknown, first: boolean): string {
  if (typeof key === "number") return `[${label(value) ?? key}]`;
  if (!SHOWN_KEY.test(key)) return `[${JSON.stringify(key.slice(0, 60))}]`;
  return first ? key : `.${key}`;
}

/** What people call an entry of a list: its name, a share's domain, or the text itself. */
function label(value: unknown): string | undefined {
  const text = isObject(value) ? (child(value, "name") ?? child(value, "domain")) : value;
  return typeof text === "string" && SHOWN_NAME.test(text) ? text : undefined;
}
