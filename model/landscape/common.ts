import { child, isObject } from "./keys";
import type { ClusterSource, Environment, ExistingSource, Team } from "./types";

/** Where an object keeps the part of it that is common to all environments. Spreading an object copies it. */
const PART = Symbol("common part");

/**
 * What is the same in every environment, written once. An environment spreads it and adds what differs:
 * `{ ...loans, instanceClass: "db.r6g.large" }`. Reports then name the file of whichever part a value was written in.
 */
const common = <Part extends object>(part: Part): Part => ({ ...part, [PART]: part });

/** What a source on an Aurora cluster of the platform is in every environment. */
export const commonSource = <Key extends keyof ClusterSource>(part: Pick<ClusterSource, Key>) => common(part);

/** What a source on an existing database is in every environment. */
export const commonExistingSource = <Key extends keyof ExistingSource>(part: Pick<ExistingSource, Key>) => common(part);

/** What a team may see, and whatever else it has, in every environment. */
export const commonTeam = <Key extends keyof Team>(part: Pick<Team, Key>) => common(part);

/** What every environment has. */
export const commonEnvironment = <Key extends keyof Environment>(part: Pick<Environment, Key>) => common(part);

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
