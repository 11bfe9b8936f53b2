import type { Share } from "../../../../../model/landscape/types";
import { first, type Parts, type Writable } from "../../sample";

/** What somebody does who follows a remedy, to the landscape that was refused. */
export type Remedy = (parts: Parts) => void;

/** Remedies by the title of the refusal; where the report names several ways, each of them. */
export type Remedies = Readonly<Record<string, readonly Remedy[]>>;

/** Something done to the team's share of loans. */
export const share =
  (change: (loans: Writable<Share>, parts: Parts) => unknown): Remedy =>
  (parts) =>
    void change(first(parts.team.shares), parts);

/** Writes properties of the share. */
export const set = (values: Readonly<Partial<Writable<Share>>>): Remedy =>
  share((loans) => Object.assign(loans, values));

/** Leaves properties of the share out. */
export const without = (...names: readonly (keyof Share)[]): Remedy =>
  share((loans) => names.map((name) => Reflect.deleteProperty(loans, name)));

/** Removes the team's share of loans, or another one by its place. */
export const removed =
  (place = 0): Remedy =>
  (parts) =>
    void parts.team.shares.splice(place, 1);

/** Several steps of one remedy. */
export const all =
  (...remedies: readonly Remedy[]): Remedy =>
  (parts) => {
    for (const remedy of remedies) remedy(parts);
  };
