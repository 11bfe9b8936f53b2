/** A stack as people review it: which resources it has, what cannot be changed of them in place, and what policies say. */
import { FORCE_NEW } from "../diff/force-new";
import { blocks } from "../output/json";
import { readable } from "../output/tokens";
import type { Resolver, Resource, Stack } from "../output/types";
import { policyAt } from "../policy/parse";
import type { Section } from "./sections";
import { policyLines, type Wording } from "./statement";

/** Attributes that hold a policy, whatever the type. */
const POLICIES = ["policy", "assume_role_policy", "access_policy", "resource_policy"];

/**
 * A section for each resource of a stack, by address.
 * @param wording what to write for a text, for example without ids
 */
export const stackSections = (stack: Stack, resolver: Resolver, wording: Wording): readonly Section[] =>
  stack.resources
    .filter(({ kind }) => kind === "resource")
    .toSorted((one, other) => (one.address < other.address ? -1 : 1))
    .map((resource) => ({
      heading: resource.address,
      lines: [
        ...fixedLines(resource, resolver),
        ...statements(resource, resolver, (text) => wording(readable(text))),
      ].map((line) => readable(line).replaceAll("\n", " ")),
    }));

/** Attributes that say what else a resource is, where its address does not. */
const SAYING: Readonly<Record<string, readonly string[]>> = {
  ...FORCE_NEW,
  aws_iam_role_policy_attachment: ["policy_arn"],
};

const fixedLines = (resource: Resource, resolver: Resolver): readonly string[] =>
  (SAYING[resource.type] ?? []).flatMap((attribute) =>
    attribute in resource.body
      ? [`${attribute} = ${resolver.texts(resource, resource.body[attribute]).join(", ")}`]
      : [],
  );

function statements(resource: Resource, resolver: Resolver, say: Wording): readonly string[] {
  const own = POLICIES.filter((attribute) => isDocument(resource.body[attribute])).flatMap((attribute) =>
    policyLines(policyAt(resolver, resource, attribute), say),
  );
  const inline = blocks(resource.body["inline_policy"]).flatMap((body) =>
    policyLines(policyAt(resolver, { ...resource, body }, "policy"), say),
  );
  return [...own, ...inline];
}

const isDocument = (value: unknown): boolean =>
  typeof value === "string" && (value.includes('"Statement"') || value.startsWith("${"));
