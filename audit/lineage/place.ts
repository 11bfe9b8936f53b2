import { pointerPart } from "../output/json";
import type { Resolver, Resource } from "../output/types";
import type { Place } from "./types";

/** A text, number or truth value as text; something else when it is none of them. */
export function textOf(value: unknown, otherwise = ""): string {
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : otherwise;
}

/** A text with its references followed; empty when there is none. */
export const followed = (resolver: Resolver, from: Resource, value: unknown): string =>
  value === undefined || value === null ? "" : resolver.text(from, value);

/** A place in the body of a resource, by the keys and positions that lead there. */
export function placeIn(resource: Resource, ...keys: readonly (string | number)[]): Place {
  const { stack, file, address, constructPath, pointer } = resource;
  const place = { stack, file, address, ...(constructPath === undefined ? {} : { constructPath }), pointer };
  return inside(place, ...keys);
}

/** A place further inside. */
export const inside = (at: Place, ...keys: readonly (string | number)[]): Place => ({
  ...at,
  pointer: at.pointer + keys.map((key) => `/${pointerPart(String(key))}`).join(""),
});

/** The place inside a text, which is JSON itself. */
export const insideText = (at: Place, ...keys: readonly (string | number)[]): Place =>
  inside({ ...at, pointer: `${at.pointer}#` }, ...keys);
