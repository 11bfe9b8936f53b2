import type { Finding } from "../finding";
import type { Element, StackJson } from "../terraform-json";

/** What the guards over the generated JSON look at. */
export interface Output {
  readonly stacks: readonly StackJson[];
  readonly elements: readonly Element[];
}

/** A pure rule over the generated JSON of all stacks. */
export type OutputGuard = (output: Output) => readonly Finding[];

/** A guard that looks at each resource of one type alone. */
export function eachResource(
  type: string,
  check: (element: Element) => Pick<Finding, "cause" | "remedy"> | undefined,
): OutputGuard {
  return ({ elements }) =>
    elements
      .filter((element) => element.kind === "resource" && element.type === type)
      .flatMap((element) => {
        const finding = check(element);
        return finding === undefined ? [] : [{ stack: element.stack, place: element.address, ...finding }];
      });
}
