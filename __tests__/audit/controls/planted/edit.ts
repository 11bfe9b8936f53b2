import { block, parsed } from "../../../support/json";

/** JSON that a test may change. */
export type Draft = Record<string, unknown>;

/** Changes a stack's document in place. */
export type Edit = (document: Draft) => void;

/** A mistake in the output of the tests' landscape, and where it must be found. */
export interface Planted {
  readonly control: string;
  readonly stack: string;
  readonly edit: Edit;
  /** Type and beginning of the name of the resource that the finding must name. */
  readonly found: readonly [type: string, name: string];
}

const draft = (value: unknown): Draft => block(value);

/** Name of the one resource of a type whose name begins so. */
export function nameOf(document: Readonly<Draft>, type: string, beginning: string): string {
  const names = Object.keys(draft(draft(document["resource"])[type])).filter((name) => name.startsWith(beginning));
  const [name, ...others] = names;
  if (name === undefined || others.length > 0) throw new Error(`${names.length} ${type} begin with ${beginning}`);
  return name;
}

const bodyOf = (document: Draft, type: string, beginning: string): Draft =>
  draft(draft(draft(document["resource"])[type])[nameOf(document, type, beginning)]);

/** An entry of a list by its place or, for lists of named things, by its name. */
const entry = (entries: readonly unknown[], key: string): unknown =>
  /^\d+$/.test(key) ? entries[Number(key)] : entries.find((each) => draft(each)["name"] === key);

/** Sets a value deep in a resource; `undefined` removes it. Numbers of lists are keys too. */
export const set =
  (type: string, beginning: string, path: string, value: unknown): Edit =>
  (document) => {
    const keys = path.split(".");
    const last = keys.pop() ?? "";
    const inner = keys.reduce<unknown>(
      (current, key) => (Array.isArray(current) ? entry(current, key) : draft(current)[key]),
      bodyOf(document, type, beginning),
    );
    if (value === undefined) delete draft(inner)[last];
    else draft(inner)[last] = value;
  };

/** Removes a resource. */
export const remove =
  (type: string, beginning: string): Edit =>
  (document) => {
    delete draft(draft(document["resource"])[type])[nameOf(document, type, beginning)];
  };

/** Adds a resource. */
export const add =
  (type: string, name: string, body: Draft): Edit =>
  (document) => {
    const types = draft(document["resource"]);
    types[type] = { ...(types[type] === undefined ? {} : draft(types[type])), [name]: body };
  };

/** Changes JSON that an attribute holds as text. */
export const inside =
  (type: string, beginning: string, attribute: string, change: (json: Draft) => void): Edit =>
  (document) => {
    const body = bodyOf(document, type, beginning);
    const json = draft(parsed(body[attribute]));
    change(json);
    body[attribute] = JSON.stringify(json);
  };

/** Changes the statement of a policy that has this Sid. */
export const statement = (
  type: string,
  beginning: string,
  sid: string,
  change: (found: Draft) => void,
  attribute = "policy",
): Edit =>
  inside(type, beginning, attribute, (policy) => {
    const statements = Array.isArray(policy["Statement"]) ? policy["Statement"].map(draft) : [];
    const found = statements.find((each) => each["Sid"] === sid);
    if (found === undefined) throw new Error(`no statement ${sid}`);
    change(found);
  });

/** Several edits, one after the other. */
export const both =
  (...edits: readonly Edit[]): Edit =>
  (document) => {
    for (const edit of edits) edit(document);
  };
