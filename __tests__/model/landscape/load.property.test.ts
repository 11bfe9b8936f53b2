import * as fc from "fast-check";
import { child } from "../../../model/landscape/keys";
import { loadLandscape } from "../../../model/landscape/load";
import { LandscapeError } from "../../../model/landscape/problem";
import { sample } from "./sample";

type Keys = readonly (string | number)[];

const ODD_KEYS = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "", "a b", "\0", "name"];
const anything = fc.oneof(
  fc.anything({ withNullPrototype: true, withSparseArray: true, withBigInt: true, withDate: true, withMap: true }),
  fc.anything({ key: fc.constantFrom(...ODD_KEYS, "environments", "tables", "columns"), maxDepth: 4 }),
  fc.constantFrom<unknown>(
    undefined,
    null,
    Number.NaN,
    -0,
    Number.POSITIVE_INFINITY,
    "",
    "10.0.0.0/8",
    [],
    {},
    [null],
    () => 1,
    Symbol("s"),
  ),
);

/** The error of a load; nothing when the value is accepted. Anything but a LandscapeError fails the test. */
function errorOf(value: unknown): LandscapeError | undefined {
  try {
    loadLandscape(value);
    return undefined;
  } catch (error) {
    if (error instanceof LandscapeError) return error;
    throw error;
  }
}

/** Keys of everything inside a value. */
function places(value: unknown, keys: Keys = []): readonly Keys[] {
  if (typeof value !== "object" || value === null) return [keys];
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [keys, ...entries.flatMap(([key, item]: [string | number, unknown]) => places(item, [...keys, key]))];
}

/** A copy in which the value at `keys` is another one, or is gone. */
function replaced(value: unknown, keys: Keys, replacement?: { readonly by: unknown }): unknown {
  const copy: unknown = JSON.parse(JSON.stringify(value));
  const last = keys.at(-1);
  if (last === undefined) return replacement?.by;
  const parent = keys.slice(0, -1).reduce((node: unknown, key) => child(node, key), copy);
  if (replacement === undefined) Reflect.deleteProperty(asObject(parent), last);
  else
    Object.defineProperty(asObject(parent), last, {
      value: replacement.by,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  return copy;
}

function asObject(value: unknown): object {
  if (typeof value !== "object" || value === null) throw new Error("only objects and lists have parts");
  return value;
}

const place = fc.constantFrom(...places(sample));

describe("loadLandscape, for whatever it is given", () => {
  it("throws nothing but LandscapeError", () => {
    fc.assert(
      fc.property(anything, (value) => {
        const error = errorOf(value);
        expect(error?.problems).not.toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it("accepts a landscape of which a part is replaced, or says where and what to do", () => {
    fc.assert(
      fc.property(place, anything, (keys, by) => {
        for (const { file, path, found, remedy } of errorOf(replaced(sample, keys, { by }))?.problems ?? []) {
          expect(file).toMatch(/^accounts\/(?:[a-z0-9]+\/)*[a-z0-9]+\.ts$/);
          expect(path).not.toBe("");
          expect(found).not.toBe("");
          expect(Array.from(found).length).toBeLessThanOrEqual(60);
          expect(remedy).toMatch(/^(?:write|remove|shorten) /);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("refuses a landscape of which a part is replaced by a symbol, and names the part", () => {
    fc.assert(
      fc.property(place, (keys) => {
        const paths = errorOf(replaced(sample, keys, { by: Symbol("wrong") }))?.problems.map(({ path }) => path) ?? [];
        const last = keys.at(-1);
        expect(paths.some((path) => last === undefined || typeof last === "number" || path.includes(last))).toBe(true);
      }),
    );
  });

  it("accepts a landscape of which a part is gone, or says where", () => {
    fc.assert(
      fc.property(place, (keys) => {
        const problems = errorOf(replaced(sample, keys))?.problems;
        const free =
          keys.length === 0 || keys.includes("tags") || typeof keys.at(-1) === "number" || keys.at(-2) === "columns";
        expect(problems === undefined ? free : problems.length > 0).toBe(true);
      }),
    );
  });

  it("hides no problem behind another", () => {
    const wrong = { by: Symbol("wrong") };
    const leaf = fc.constantFrom(...places(sample).filter((keys) => keys.length > 8 && keys.at(-1) === "description"));
    fc.assert(
      fc.property(leaf, leaf, (one, other) => {
        const both = errorOf(replaced(replaced(sample, one, wrong), other, wrong))?.problems.length;
        expect(both).toBe(new Set([one.join(), other.join()]).size);
      }),
    );
  });

  it("gives the same report every time", () => {
    fc.assert(
      fc.property(place, anything, (keys, by) => {
        const value = replaced(sample, keys, { by });
        expect(errorOf(value)?.message).toBe(errorOf(value)?.message);
      }),
    );
  });
});
