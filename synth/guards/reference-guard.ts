import { expressions } from "../expressions";
import { isBlock, type StackJson } from "../terraform-json";
import type { OutputGuard } from "./output-guard";

const REFERENCE = /(?<![\w.])(?:(?:data|ephemeral)\.)?(?:aws|random|terraform)_\w+\.[\w-]+/g;

/** Addresses of everything in a stack that an expression can name. */
function addresses({ json }: StackJson): ReadonlySet<string> {
  const kinds = { resource: "", data: "data.", ephemeral: "ephemeral." };
  return new Set(
    Object.entries(kinds).flatMap(([kind, prefix]) =>
      Object.entries(isBlock(json[kind]) ? json[kind] : {}).flatMap(([type, named]) =>
        Object.keys(isBlock(named) ? named : {}).map((name) => `${prefix}${type}.${name}`),
      ),
    ),
  );
}

function collect(value: unknown, found: Set<string>): void {
  if (typeof value === "string") {
    for (const expression of expressions(value)) {
      for (const [reference] of expression.matchAll(REFERENCE)) found.add(reference);
    }
  } else if (typeof value === "object" && value !== null) {
    for (const inner of Object.values(value)) collect(inner, found);
  }
}

/**
 * A stack refers to its own resources only. A reference to another stack's resource would need that stack's state: plans
 * would fail until the other is applied, and whoever runs one stack could read all of the other.
 */
export const referenceGuard: OutputGuard = ({ stacks }) =>
  stacks.flatMap((stack) => {
    const own = addresses(stack);
    const found = new Set<string>();
    collect(stack.json, found);
    return [...found]
      .filter((reference) => !own.has(reference))
      .map((reference) => ({
        stack: stack.id,
        place: reference,
        cause: "the stack refers to a resource that is not in it",
        remedy: "compute the name or ARN in model/names.ts on both sides, or look it up with a data source",
      }));
  });
