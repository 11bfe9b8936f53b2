import type { Judgement } from "./control";
import { isExpression } from "./json";

export const PASS: Judgement = { verdict: "pass" };
export const fail = (found: string): Judgement => ({ verdict: "fail", found });
export const undecided = (found: string): Judgement => ({ verdict: "undecided", found });

const shown = (value: unknown): string => (value === undefined ? "not set" : JSON.stringify(value));

/** Passes when all do; a failure weighs more than what is undecided. */
export function all(...judgements: readonly Judgement[]): Judgement {
  const said = (verdict: "fail" | "undecided"): readonly string[] =>
    judgements.flatMap((each) => (each.verdict === verdict ? [each.found] : []));
  const [failed, open] = [said("fail"), said("undecided")];
  if (failed.length > 0) return fail(failed.join("; "));
  return open.length > 0 ? undecided(open.join("; ")) : PASS;
}

/** Passes when a value is as wanted; an expression is undecided. */
export function wants(name: string, value: unknown, accept: (value: unknown) => boolean): Judgement {
  if (isExpression(value)) return undecided(`${name} is ${value}`);
  return accept(value) ? PASS : fail(`${name} is ${shown(value)}`);
}

const isTrue = (value: unknown): boolean => value === true || value === "true";

/** Passes when a setting is on. */
export const on = (name: string, value: unknown): Judgement => wants(name, value, isTrue);

/** Passes when a setting is off or not set, where AWS's default is off. */
export const off = (name: string, value: unknown): Judgement =>
  wants(name, value, (each) => each === undefined || each === null || each === false || each === "false");

/** Passes when a number is at least so much. */
export const atLeast = (name: string, value: unknown, minimum: number): Judgement =>
  wants(name, value, (each) => each !== undefined && each !== null && Number(each) >= minimum);

/** Passes when a key of the customer is named: a reference or a key's name, but not one of AWS's own keys. */
export function customerKey(name: string, value: unknown): Judgement {
  if (typeof value !== "string" || value === "") return fail(`${name} is ${shown(value)}`);
  return /alias\/aws\//.test(value) ? fail(`${name} is ${value}, a key of AWS`) : PASS;
}
