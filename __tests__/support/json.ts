/** JSON that tests read: parsed, without CDKTF's comments, and narrowed step by step. */
export type Block = Readonly<Record<string, unknown>>;

export const isBlock = (value: unknown): value is Block =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The value as an object, or a failed test. */
export function block(value: unknown): Block {
  if (!isBlock(value)) throw new Error(`not an object: ${JSON.stringify(value)}`);
  return value;
}

/** The value as a list, or a failed test. */
export function list(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Error(`not a list: ${JSON.stringify(value)}`);
  return value;
}

/** The value as text, or a failed test. */
export function text(value: unknown): string {
  if (typeof value !== "string") throw new Error(`not a text: ${JSON.stringify(value)}`);
  return value;
}

/** The first entry, or a failed test. */
export function first<T>(values: readonly T[]): T {
  const [entry] = values;
  if (entry === undefined) throw new Error("the list is empty");
  return entry;
}

/** A copy without some keys. */
export const omit = (value: Block, ...keys: readonly string[]): Block =>
  Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));

/** JSON text as a value. */
export const parsed = (json: unknown): unknown => JSON.parse(text(json));

/** Value at the end of a path of keys; fails where an object is missing on the way. */
export const at = (value: unknown, ...keys: readonly string[]): unknown =>
  keys.reduce((current: unknown, key) => block(current)[key], value);

/** A copy without CDKTF's comments, which hold construct paths and versions but nothing that Terraform reads. */
export function withoutComments(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutComments);
  if (!isBlock(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== "//")
      .map(([key, inner]) => [key, withoutComments(inner)]),
  );
}

/** A place in JSON: its keys and list positions from the top, and the value there. */
export interface Leaf {
  readonly path: readonly string[];
  readonly value: unknown;
}

/** Everything in a value that is neither an object nor a list, with its path. */
export function leaves(value: unknown, path: readonly string[] = []): readonly Leaf[] {
  if (Array.isArray(value)) return value.flatMap((entry, index) => leaves(entry, [...path, String(index)]));
  if (isBlock(value)) return Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, key]));
  return [{ path, value }];
}
