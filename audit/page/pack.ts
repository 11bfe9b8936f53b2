/** Data as they lie in the page: every text and every shape of an object once. */
export interface Packed {
  readonly texts: readonly string[];
  readonly shapes: readonly (readonly string[])[];
  /**
   * A number is the position of a text; a text is a number, as written; `[0, ...]` is a list, and `[n, ...]` an object of
   * shape n - 1 with the values of its keys.
   */
  readonly value: unknown;
}

/** Position of a text among those known, where it comes to stand at its end when it is new. */
function position(known: Map<string, number>, text: string): number {
  const found = known.get(text);
  if (found !== undefined) return found;
  known.set(text, known.size);
  return known.size - 1;
}

/** Packs plain data: texts, numbers, truth values, lists and objects without undefined values. */
export function packed(data: unknown): Packed {
  const texts = new Map<string, number>();
  const shapes = new Map<string, number>();
  const keysOf: (readonly string[])[] = [];
  const pack = (value: unknown): unknown => {
    if (typeof value === "string") return position(texts, value);
    if (typeof value === "number") return String(value);
    if (Array.isArray(value)) return [0, ...value.map(pack)];
    if (typeof value !== "object" || value === null) return value;
    const entries = Object.entries(value);
    const keys = entries.map(([key]) => key);
    const shape = position(shapes, keys.join("\n"));
    keysOf[shape] ??= keys;
    return [shape + 1, ...entries.map(([, each]) => pack(each))];
  };
  const value = pack(data);
  return { texts: [...texts.keys()], shapes: keysOf, value };
}
