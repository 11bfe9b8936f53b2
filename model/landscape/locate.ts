import { isCommon } from "./common";
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
 * is in the file that lists it. What is common to all environments has its file beside their folders.
 */
export function locate(landscape: unknown, keys: Keys): Place {
  let value = landscape;
  let place: Place = { file: "accounts/index.ts", path: "" };
  let common = false;
  const names: Names = {};
  for (const [depth, key] of keys.entries()) {
    const parent = value;
    value = child(parent, key);
    const shape = keys.map((each) => (typeof each === "number" ? "*" : each)).slice(0, depth + 1);
    const step = { shape: shape.join("."), key, word: wordOf(value, WORD), label: wordOf(value, IDENTIFIER) };
    collect(names, step);
    const path = `${place.path}${segment(key, value, place.path === "")}`;
    const enters: boolean = !common && isCommon(parent, key);
    common ||= enters;
    place = (common ? commonPlace(step, names, path, enters) : ownPlace(step, names)) ?? { ...place, path };
  }
  return { ...place, path: place.path === "" ? "the whole file" : place.path };
}

/** Names that file names are made of; missing when one has another form. */
interface Names {
  environment?: string | undefined;
  account?: string | undefined;
  source?: string | undefined;
}

/** A value on the way. */
interface Step {
  /** Its keys with `*` for positions. */
  readonly shape: string;
  readonly key: string | number;
  /** Its name, if that can be the name of a file. */
  readonly word: string | undefined;
  /** The same for saved queries, whose names have underscores. */
  readonly label: string | undefined;
}

const IDENTIFIER = /^[a-z][a-z0-9_]*$/;
const ACCOUNT = /^environments\.\*\.(?:governance|producers\.\*|consumers\.\*)$/;
const SOURCE = /^environments\.\*\.producers\.\*\.sources\.\*$/;
const OF_SOURCE = /^environments\.\*\.producers\.\*\.sources\.\*\.[^.]+$/;
const OF_TEAM = /^environments\.\*\.consumers\.\*\.teams\.\*\.[^.]+$/;

function wordOf(value: unknown, form: RegExp): string | undefined {
  const name = child(value, "name");
  return typeof name === "string" && form.test(name) ? name : undefined;
}

function collect(names: Names, { shape, word }: Step): void {
  if (shape === "environments.*") names.environment = word;
  if (ACCOUNT.test(shape)) names.account = word;
  if (SOURCE.test(shape)) names.source = word;
}

/** The beginning of a file in an environment's folder, if a value has one. */
function ownPlace({ shape, key, word }: Step, { environment, source }: Names): Place | undefined {
  if (environment === undefined) return undefined;
  const folder = `accounts/${environment}`;
  if (shape === "environments.*") return { file: `${folder}/index.ts`, path: "" };
  if (shape === "environments.*.queries") return { file: `${folder}/queries.ts`, path: "queries" };
  if (ACCOUNT.test(shape)) return word === undefined ? undefined : { file: `${folder}/${word}.ts`, path: "" };
  if (!OF_SOURCE.test(shape) || key !== "tables" || source === undefined) return undefined;
  return { file: `${folder}/tables/${source}.ts`, path: "tables" };
}

/** The beginning of a file that holds for all environments, if a value has one. */
function commonPlace({ shape, key, label }: Step, names: Names, path: string, enters: boolean): Place | undefined {
  if (shape === "environments.*.queries") return { file: "accounts/queries/index.ts", path: "queries" };
  if (shape === "environments.*.queries.*" && label !== undefined)
    return { file: `accounts/queries/${label}.ts`, path: "" };
  if (!enters) return undefined;
  if (/^environments\.\*\.[^.]+$/.test(shape)) return { file: "accounts/bank.ts", path: segment(key, undefined, true) };
  if (OF_SOURCE.test(shape) && names.source !== undefined) {
    return { file: `accounts/tables/${names.source}.ts`, path: segment(key, undefined, true) };
  }
  return OF_TEAM.test(shape) && names.account !== undefined
    ? { file: `accounts/teams/${names.account}.ts`, path }
    : undefined;
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
