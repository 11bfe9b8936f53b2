import * as fc from "fast-check";
import { loadLandscape } from "../../model/landscape/load";
import { LandscapeError } from "../../model/landscape/problem";
import type { Landscape } from "../../model/landscape/types";
import { SynthesisError } from "../../synth/finding";
import { whatever } from "../landscape/everything";
import { synthesized } from "../support/synthesized";

/** A list of the landscape, or the value of a property, and the object that it belongs to. */
interface Place {
  readonly owner: Record<string, unknown> | unknown[];
  readonly key: string | number;
}

const isOwner = (value: unknown): value is Place["owner"] => typeof value === "object" && value !== null;

/** Every place of a landscape, in the order of the text. */
function places(owner: unknown): readonly Place[] {
  if (!isOwner(owner)) return [];
  const keys: readonly (string | number)[] = Array.isArray(owner) ? [...owner.keys()] : Object.keys(owner);
  return keys.flatMap((key) => [{ owner, key }, ...places(Reflect.get(owner, key))]);
}

/** What a hand that slips does to a value. None of it says what the value is for. */
const CHANGES: Readonly<Record<string, (value: unknown, place: Place) => unknown>> = {
  gone: () => undefined,
  empty: (value) => (Array.isArray(value) ? [] : typeof value === "string" ? "" : {}),
  twice: (value, { owner }) => {
    if (Array.isArray(owner)) owner.push(structuredClone(value));
    return value;
  },
  all: (value) =>
    Array.isArray(value) ? Array.from({ length: 400 }, (): unknown => structuredClone(value[0])) : value,
  long: (value) => (typeof value === "string" ? value.padEnd(5000, "x") : value),
  next: (value) => (typeof value === "number" ? value + 1 : typeof value === "string" ? `${value}1` : value),
  reserved: (value) => (typeof value === "string" ? "select" : value),
  "upper case": (value) => (typeof value === "string" ? value.toUpperCase() : value),
  "line break": (value) => (typeof value === "string" ? `${value}\n${value}` : value),
  quotes: (value) => (typeof value === "string" ? `${value}'"\`\\` : value),
  expression: (value) => (typeof value === "string" ? `\${${value}}` : value),
  huge: (value) => (typeof value === "number" ? Number.MAX_SAFE_INTEGER : value),
  negative: (value) => (typeof value === "number" ? -value : value),
  "another type": (value) => (typeof value === "string" ? 7 : typeof value === "number" ? "7" : null),
};

/** A landscape in which one place is changed. */
function slipped(landscape: Landscape, at: number, change: string): unknown {
  const copy: unknown = JSON.parse(JSON.stringify(landscape));
  const all = places(copy);
  const place = all[at % all.length];
  if (place === undefined) throw new Error("the landscape is empty");
  const changed = CHANGES[change]?.(Reflect.get(place.owner, place.key), place);
  if (changed === undefined && !Array.isArray(place.owner)) Reflect.deleteProperty(place.owner, place.key);
  else if (changed === undefined && Array.isArray(place.owner)) place.owner.splice(Number(place.key), 1);
  else Reflect.set(place.owner, place.key, changed);
  return copy;
}

/** What became of a landscape: a report, or the ids of its stacks. Anything else is thrown. */
function outcome(value: unknown): string {
  try {
    return `${synthesized(loadLandscape(value)).ids.length} stacks`;
  } catch (error) {
    if (error instanceof LandscapeError || error instanceof SynthesisError) return error.message;
    throw error;
  }
}

describe("a landscape in which a hand has slipped", () => {
  it("is accepted before it slips", () => {
    expect(outcome(JSON.parse(JSON.stringify(whatever)))).toMatch(/^\d+ stacks$/);
  });

  it("gives stacks or a report, and never a stack trace", () => {
    const count = places(JSON.parse(JSON.stringify(whatever))).length;
    fc.assert(
      fc.property(fc.nat(count - 1), fc.constantFrom(...Object.keys(CHANGES)), (at, change) => {
        expect(outcome(slipped(whatever, at, change))).toMatch(
          /^\d+ stacks$|\d+ problems? in |\d+ findings?; the output/,
        );
      }),
      { numRuns: Number(process.env["SLIPS"] ?? 30) },
    );
  });
});
