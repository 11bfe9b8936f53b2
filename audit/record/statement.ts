import { describeCondition } from "../policy/conditions";
import type { Choice, Condition, Policy, PolicyPrincipal, Statement } from "../policy/types";

/** What to write for a text; lists are in the order of what is written. */
export type Wording = (text: string) => string;

const listed = (texts: readonly string[], say: Wording): string => texts.map(say).toSorted().join(", ");

const choice = ({ not, patterns }: Choice, say: Wording): string => `${not ? "all but " : ""}${listed(patterns, say)}`;

const who = ({ kind, value }: PolicyPrincipal): string => (kind === "AWS" ? value : `${kind} ${value}`);

function statementText({ effect, principals, actions, resources, conditions }: Statement, say: Wording): string {
  return [
    effect === "Allow" ? "allow" : "deny",
    choice(actions, say),
    ...(resources === undefined ? [] : ["on", choice(resources, say)]),
    ...(principals === undefined
      ? []
      : ["to", `${principals.not ? "all but " : ""}${listed(principals.list.map(who), say)}`]),
    ...(conditions.length === 0
      ? []
      : [
          "when",
          conditions
            .map((each) => conditionText(each, say))
            .toSorted()
            .join("; "),
        ]),
  ].join(" ");
}

const conditionText = (condition: Condition, say: Wording): string =>
  describeCondition({ ...condition, values: condition.values.map(say).toSorted() });

/** A policy as lines, one a statement; what cannot be read says why. */
export const policyLines = ({ statements, open }: Policy, say: Wording): readonly string[] => [
  ...statements.map((each) => statementText(each, say)),
  ...(open === undefined ? [] : [`not known from the JSON: ${open}`]),
];
