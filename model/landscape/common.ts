import { child, isObject } from "./keys";

/** Where an object keeps the part of it that is common to all environments. Spreading an object copies it. */
const PART = Symbol("common part");

/**
 * What is the same in every environment, written once. An environment spreads it and adds what differs:
 * `{ ...loans, instanceClass: "db.r6g.large" }`. Reports then name the file of whichever part a value was written in.
 */
export const common = <const Part extends object>(part: Part): Part => ({ ...part, [PART]: part });

/** Whether a value is as the common part has it, neither written nor replaced by the environment. */
export function isCommon(parent: unknown, key: string | number): boolean {
  const part: unknown = isObject(parent) ? Reflect.get(parent, PART) : undefined;
  return isObject(part) && Object.hasOwn(part, key) && child(part, key) === child(parent, key);
}

/** Lets a copy know which of its values are common, as the object that it was made from does. */
export function carried<Copy extends object>(from: object, copy: Copy): Copy {
  if (!Object.hasOwn(from, PART)) return copy;
  const entries = Object.entries(copy).filter(([key]) => isCommon(from, key));
  return Object.defineProperty(copy, PART, { value: Object.fromEntries(entries) });
}
