import { isCommon } from "./common";
import { present } from "./draft";
import { isFileOf, LANDSCAPE_FILE } from "./files";
import { child, isObject, type Keys } from "./keys";
import { collect, commonPlace, isList, type Names, ownPlace, type Place, queryPlace, type Step } from "./place";

const SHOWN_NAME = /^[\w.:/@+=,-]{1,120}$/;
const SHOWN_KEY = /^[A-Za-z_]\w{0,79}$/;

/**
 * Translates keys into file and path. An account or environment without a valid name has no file of its own yet: its place
 * is in the file that lists it. What is common to all environments has its file beside their folders. A file of the
 * convention that a bank does not have is passed over.
 */
export function locate(landscape: unknown, keys: Keys): Place {
  const isFile = isFileOf(landscape);
  const names: Names = {};
  let value = landscape;
  let place: Place = { file: LANDSCAPE_FILE, path: "" };
  let common = false;
  for (const [depth, key] of keys.entries()) {
    const written = isCommon(value, key);
    value = child(value, key);
    const step: Step = {
      shape: shapeOf(keys.slice(0, depth + 1)),
      segment: segment(key, value, true),
      value,
      path: `${place.path}${segment(key, value, place.path === "")}`,
    };
    collect(names, step);
    const [own, shared] = [ownPlace(step, names), commonPlace(step, names)];
    const order = written ? [shared, own] : own !== undefined && isList(step) ? [own, shared] : [own];
    const opened: Place | undefined = present(common ? [queryPlace(step)] : order).find(({ file }) => isFile(file));
    common ||= written || (opened !== undefined && opened === shared);
    place = opened ?? { ...place, path: step.path };
  }
  return { ...place, path: place.path === "" ? "the whole file" : place.path };
}

const shapeOf = (keys: Keys): string => keys.map((key) => (typeof key === "number" ? "*" : key)).join(".");

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
