/** Conditions of policies: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
import { anyMatch, type Match, matches, not } from "./match";
import type { Condition } from "./types";

/**
 * What is known of a request, by key in small letters: its value, or null when a request of this kind has none. What is not
 * here depends on the request.
 */
export type Context = ReadonlyMap<string, string | null>;

/** Whether conditions are met: surely, surely not, or when more holds. */
export interface Verdict {
  /** `undefined`: some of it depends on what the JSON leaves open. */
  readonly met: Match;
  /** What the request must meet besides, in words. */
  readonly depends: readonly string[];
  /** What the JSON leaves open. */
  readonly open: readonly string[];
}

/** All conditions of a statement together. */
export function judge(conditions: readonly Condition[], context: Context): Verdict {
  const depends: string[] = [];
  const open: string[] = [];
  for (const condition of conditions) {
    const value = context.get(condition.key.toLowerCase());
    const answer = value === undefined ? undefined : met(condition, value);
    if (answer === false) return { met: false, depends: [], open: [] };
    if (answer === true) continue;
    const words = describeCondition(condition);
    (value === undefined ? depends : open).push(words);
  }
  return { met: open.length > 0 ? undefined : true, depends, open };
}

/** A condition in words: `aws:PrincipalOrgID StringEquals o-1`. */
export const describeCondition = ({ operator, key, values }: Condition): string =>
  `${key} ${operator} ${values.join(" | ")}`;

const NEGATIVE: Readonly<Record<string, string>> = {
  StringNotEquals: "StringEquals",
  StringNotEqualsIgnoreCase: "StringEqualsIgnoreCase",
  StringNotLike: "StringLike",
  ArnNotEquals: "ArnEquals",
  ArnNotLike: "ArnLike",
  NumericNotEquals: "NumericEquals",
};

/** `undefined` also for operators that are not known here. */
function met({ operator, values }: Condition, value: string | null): Match {
  const [, quantifier, name = "", ifExists] = /^(ForAllValues:|ForAnyValue:)?(\w+?)(IfExists)?$/.exec(operator) ?? [];
  if (name === "Null") return values.includes("true") === (value === null);
  const positive = NEGATIVE[name];
  if (value === null) return ifExists !== undefined || quantifier === "ForAllValues:" || positive !== undefined;
  const fits = anyMatch(values, (each) => compare(positive ?? name, each, value));
  return positive === undefined ? fits : not(fits);
}

function compare(operator: string, wanted: string, value: string): Match {
  switch (operator) {
    case "StringEquals":
      return exactly(wanted, value);
    case "StringEqualsIgnoreCase":
    case "Bool":
      return exactly(wanted.toLowerCase(), value.toLowerCase());
    case "StringLike":
    case "ArnEquals":
    case "ArnLike":
      return matches(wanted, value);
    case "NumericEquals":
      return Number(value) === Number(wanted);
    case "NumericLessThan":
      return Number(value) < Number(wanted);
    case "NumericLessThanEquals":
      return Number(value) <= Number(wanted);
    case "NumericGreaterThan":
      return Number(value) > Number(wanted);
    case "NumericGreaterThanEquals":
      return Number(value) >= Number(wanted);
    default:
      return undefined;
  }
}

/** Equality without wildcards; a star in the policy is a star. */
const exactly = (wanted: string, value: string): Match =>
  wanted === value ? true : matches(wanted.replaceAll(/[*?](?![^⟨]*⟩)/g, "\u0000"), value);
