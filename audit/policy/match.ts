/** Whether texts fit patterns of IAM, where a part of either may not be known before deployment. */
import { hasToken, isUndecided, replaceTokens } from "../output/tokens";

/** `undefined`: it depends on something that the JSON leaves open. */
export type Match = boolean | undefined;

const compiled = new Map<string, RegExp>();

/** IAM's wildcards: `*` is any text, `?` is one character. */
function expression(pattern: string): RegExp {
  const known = compiled.get(pattern);
  if (known !== undefined) return known;
  const source = pattern
    .replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  const made = new RegExp(`^${source}$`, "s");
  compiled.set(pattern, made);
  return made;
}

const hasWildcard = (pattern: string): boolean => pattern.includes("*") || pattern.includes("?");

/** Whether a text begins as the pattern does before its first wildcard: cheaper than the expression, and mostly enough. */
function beginsLike(pattern: string, text: string): boolean {
  for (let index = 0; index < pattern.length; index += 1) {
    const character = pattern[index];
    if (character === "*" || character === "?") return true;
    if (character !== text[index]) return false;
  }
  return pattern.length === text.length;
}

/**
 * Whether a text fits a pattern. Two ids that AWS will choose for different resources differ; an id that AWS will choose
 * and a literal one may be equal.
 */
export function matches(pattern: string, text: string): Match {
  if (pattern === "*" || pattern === text) return true;
  if (!hasToken(pattern) && !hasToken(text))
    return hasWildcard(pattern) && beginsLike(pattern, text) && expression(pattern).test(text);
  // A token's question mark is no wildcard.
  if (expression(neutral(pattern)).test(neutral(text))) return true;
  if (!mayOverlap(replaceTokens(pattern, "*"), replaceTokens(text, "*"))) return false;
  const chosen = hasToken(pattern) && hasToken(text) && !isUndecided(pattern) && !isUndecided(text);
  return chosen ? false : undefined;
}

const neutral = (text: string): string => text.replaceAll("⟨?", "⟨~");

/** Answers by action and pattern: every policy names the same few. */
const actionAnswers = new Map<string, Map<string, Match>>();

/** Like `matches` without regard to case, as IAM compares actions. */
export function matchesAction(pattern: string, action: string): Match {
  const answers = actionAnswers.get(action) ?? new Map<string, Match>();
  actionAnswers.set(action, answers);
  if (answers.has(pattern)) return answers.get(pattern);
  const answer = matches(pattern.toLowerCase(), action.toLowerCase());
  answers.set(pattern, answer);
  return answer;
}

/** Whether some text fits both patterns. */
export function mayOverlap(one: string, other: string): boolean {
  const known = new Map<number, boolean>();
  const width = other.length + 1;
  const from = (i: number, j: number): boolean => {
    const key = i * width + j;
    const before = known.get(key);
    if (before !== undefined) return before;
    const answer = step(i, j);
    known.set(key, answer);
    return answer;
  };
  const step = (i: number, j: number): boolean => {
    if (i === one.length && j === other.length) return true;
    if (one[i] === "*") return from(i + 1, j) || (j < other.length && from(i, j + 1));
    if (other[j] === "*") return from(i, j + 1) || (i < one.length && from(i + 1, j));
    if (i === one.length || j === other.length) return false;
    return (one[i] === other[j] || one[i] === "?" || other[j] === "?") && from(i + 1, j + 1);
  };
  return from(0, 0);
}

/** Whether any of the patterns fits: true as soon as one does, open when one may. */
export function anyMatch(patterns: readonly string[], fits: (pattern: string) => Match): Match {
  let answer: Match = false;
  for (const pattern of patterns) {
    const match = fits(pattern);
    if (match === true) return true;
    if (match === undefined) answer = undefined;
  }
  return answer;
}

export const not = (match: Match): Match => (match === undefined ? undefined : !match);
