import { type Block, block, list, text } from "../json";
import { like } from "./wildcards";

type Compare = (found: string, wanted: string) => boolean;

/** An ARN's parts: the sixth, the resource, may have colons itself. */
function sixParts(name: string): readonly string[] {
  const parts = name.split(":");
  return [...parts.slice(0, 5), parts.slice(5).join(":")];
}

const equal: Compare = (found, wanted) => found === wanted;
const arn: Compare = (found, wanted) => {
  const theirs = sixParts(found);
  return sixParts(wanted).every((part, index) => like(theirs[index] ?? "", part));
};
const number =
  (compares: (found: number, wanted: number) => boolean): Compare =>
  (found, wanted) =>
    compares(Number(found), Number(wanted));

/** Operators without prefix, suffix or negation; `Arn` and string operators have a negation. */
const COMPARE: Readonly<Record<string, Compare>> = {
  StringEquals: equal,
  StringEqualsIgnoreCase: (found, wanted) => found.toLowerCase() === wanted.toLowerCase(),
  StringLike: like,
  ArnEquals: arn,
  ArnLike: arn,
  Bool: (found, wanted) => found.toLowerCase() === wanted.toLowerCase(),
  NumericEquals: number((found, wanted) => found === wanted),
  NumericLessThan: number((found, wanted) => found < wanted),
  NumericLessThanEquals: number((found, wanted) => found <= wanted),
  NumericGreaterThan: number((found, wanted) => found > wanted),
  NumericGreaterThanEquals: number((found, wanted) => found >= wanted),
};

/**
 * Whether every operator and key of a condition holds. Keys are ANDed, values ORed; a negated operator holds when no value
 * matches, and also when the key is missing; others do not hold without the key, except with `IfExists`.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export function holds(condition: unknown, context: ReadonlyMap<string, string>): boolean {
  const operators = condition === undefined ? {} : block(condition);
  return Object.entries(operators).every(([operator, keys]) => operatorHolds(operator, block(keys), context));
}

function operatorHolds(operator: string, keys: Block, context: ReadonlyMap<string, string>): boolean {
  return Object.entries(keys).every(([key, accepted]) => {
    const wanted = list([accepted].flat()).map(text);
    // Requests here have one value for each key, for which both set operators ask the same, except without a value.
    const [, set, plain = operator] = /^(ForAllValues|ForAnyValue):(.+)$/.exec(operator) ?? [];
    const found = context.get(key.toLowerCase());
    if (plain === "Null") return (found === undefined) === (wanted[0] === "true");
    if (found === undefined && set !== undefined) return set === "ForAllValues";
    const optional = plain.endsWith("IfExists");
    const name = optional ? plain.slice(0, -"IfExists".length) : plain;
    const negated = name.includes("Not");
    if (found === undefined) return optional || negated;
    const compare = COMPARE[name.replace("Not", "")];
    if (compare === undefined) throw new Error(`unknown condition operator ${operator}`);
    return wanted.some((value) => compare(found, value)) !== negated;
  });
}
