import { describeCondition } from "../policy/conditions";
import type { Choice, Policy, PolicyPrincipal, Statement } from "../policy/types";

const listed = (texts: readonly string[]): string => texts.toSorted().join(", ");

const choice = ({ not, patterns }: Choice): string => `${not ? "all but " : ""}${listed(patterns)}`;

const who = ({ kind, value }: PolicyPrincipal): string => (kind === "AWS" ? value : `${kind} ${value}`);

function statementText({ effect, principals, actions, resources, conditions }: Statement): string {
  return [
    effect === "Allow" ? "allow" : "deny",
    choice(actions),
    ...(resources === undefined ? [] : ["on", choice(resources)]),
    ...(principals === undefined
      ? []
      : ["to", `${principals.not ? "all but " : ""}${listed(principals.list.map(who))}`]),
    ...(conditions.length === 0 ? [] : ["when", conditions.map(describeCondition).toSorted().join("; ")]),
  ].join(" ");
}

/** A policy as lines, one a statement; what cannot be read says why. */
export const policyLines = ({ statements, open }: Policy): readonly string[] => [
  ...statements.map(statementText),
  ...(open === undefined ? [] : [`not known from the JSON: ${open}`]),
];
