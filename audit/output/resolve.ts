import { attributeOf } from "./attributes";
import { partsOf } from "./template";
import { undecided } from "./tokens";
import type { Output, Resolver, Resource, Stack } from "./types";

/** A reference to an attribute of a resource or data source, without functions or operators. */
const REFERENCE = /^((?:data\.|ephemeral\.)?[a-z]\w*\.[\w-]+)(?:\[\d+\])?\.([\w.[\]]+)$/;
const LOCAL = /^local\.([\w-]+)$/;

/** Stands for the value of an expression that is being followed. */
const BUSY = Symbol("busy");

/** A resolver that remembers what it has found out. */
export function resolverOf(output: Output): Resolver {
  const stacks = new Map(output.stacks.map((stack) => [stack.id, stack]));
  const known = new Map(output.stacks.map(({ id }) => [id, new Map<string, string | typeof BUSY>()]));

  function expression(stack: Stack, from: Resource, text: string): string {
    const values = known.get(stack.id);
    const before = values?.get(text);
    if (before === BUSY) return undecided(`${text} of ${stack.id} refers to itself`);
    if (before !== undefined) return before;
    values?.set(text, BUSY);
    const value = evaluate(stack, from, text);
    values?.set(text, value);
    return value;
  }

  function evaluate(stack: Stack, from: Resource, text: string): string {
    const [, local] = LOCAL.exec(text) ?? [];
    if (local !== undefined && local in stack.locals) return resolver.text(from, stack.locals[local]);
    const [, address = "", attribute = ""] = REFERENCE.exec(text) ?? [];
    const resource = stack.byAddress.get(address);
    return resource === undefined ? undecided(`${text} of ${stack.id}`) : attributeOf(resolver, resource, attribute);
  }

  const resolver: Resolver = {
    output,
    text(from, value) {
      if (typeof value === "number" || typeof value === "boolean") return String(value);
      if (typeof value !== "string") return undecided(`${from.address} of ${from.stack} has no text there`);
      if (!value.includes("${") && !value.includes("%{")) return value;
      const stack = stacks.get(from.stack);
      if (stack === undefined) return undecided(`stack ${from.stack}`);
      return partsOf(value)
        .map((part) => ("literal" in part ? part.literal : expression(stack, from, part.expression)))
        .join("");
    },
    texts: (from, value) => {
      if (value === undefined || value === null) return [];
      return (Array.isArray(value) ? value : [value]).map((each) => resolver.text(from, each));
    },
    target(from, value) {
      // Most texts, such as whole policies, do not begin with a reference: there is no need to split them.
      if (typeof value !== "string" || !value.startsWith("${")) return undefined;
      const [part, ...others] = partsOf(value);
      if (part === undefined || others.length > 0 || !("expression" in part)) return undefined;
      const stack = stacks.get(from.stack);
      const [, local] = LOCAL.exec(part.expression) ?? [];
      const behind = local === undefined ? undefined : stack?.locals[local];
      // A local that names another local is left open: following it could go on for ever.
      if (typeof behind === "string" && !behind.includes("local.")) return resolver.target(from, behind);
      const [, address = "", attribute = ""] = REFERENCE.exec(part.expression) ?? [];
      const resource = stack?.byAddress.get(address);
      return resource === undefined ? undefined : { resource, attribute };
    },
  };
  return resolver;
}
