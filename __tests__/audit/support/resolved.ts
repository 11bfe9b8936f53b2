import { resolverOf } from "../../../audit/output/resolve";
import type { Output } from "../../../audit/output/types";
import { first } from "../../support/json";

/** A text of a stack with its references followed. */
export function resolved(output: Output, stack: string, value: unknown): string {
  const found = output.stacks.find(({ id }) => id === stack);
  return resolverOf(output).text(first(found?.resources ?? []), value);
}
