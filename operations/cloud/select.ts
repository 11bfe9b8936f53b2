import picomatch from "picomatch";
import { EXIT, Failure } from "../failure";
import type { CloudStack } from "./settings";

/**
 * Stacks whose id matches one of the patterns, each after those it depends on; else in the order given.
 * @throws Failure when a pattern matches nothing
 */
export function selectStacks(stacks: readonly CloudStack[], patterns: readonly string[]): readonly CloudStack[] {
  const matchers = patterns.map((pattern) => ({ pattern, matches: picomatch(pattern) }));
  const idle = matchers.filter(({ matches }) => !stacks.some(({ stack }) => matches(stack.id)));
  if (idle.length > 0) {
    const names = idle.map(({ pattern }) => pattern).join(", ");
    throw new Failure(`No stack matches ${names}. npx cdktf list names them.`, EXIT.unusable);
  }
  const chosen = stacks.filter(({ stack }) => matchers.some(({ matches }) => matches(stack.id)));
  const ordered: CloudStack[] = [];
  const place = (each: CloudStack): void => {
    if (ordered.includes(each)) return;
    for (const id of each.stack.dependencies) chosen.filter(({ stack }) => stack.id === id).forEach(place);
    ordered.push(each);
  };
  chosen.forEach(place);
  return ordered;
}
