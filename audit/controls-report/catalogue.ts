import type { Control } from "../check/control";
import { SEVERITIES } from "../types";
import { cell } from "./markdown";

const section = (control: Control): readonly string[] => [
  `### ${control.id}`,
  "",
  control.sentence,
  "",
  `Why: ${control.reason}`,
  "",
  `To mend it: ${control.remedy}.`,
  ...(control.references.length === 0
    ? []
    : ["", `References: ${control.references.map(({ catalogue, id }) => `${catalogue} ${id}`).join(", ")}.`]),
  "",
];

/** The page of all controls: docs/controls.md. */
export const controlsPage = (controls: readonly Control[]): string =>
  [
    "# Controls",
    "",
    "Written by `npm run update` from `audit/controls/`, a file each; a test keeps it current. `npm run audit -- controls` evaluates them over",
    "the generated JSON alone, ours or any folder of `*.tf.json`. A control that finds nothing to judge is not applicable; what the JSON does not",
    "say is undecided, never passed. [Waivers](waivers.md) excuse a failure. References say which requirement a control serves: AWS's",
    "Foundational Security Best Practices, and as Security Hub maps them CIS and PCI DSS; a control need not cover all of it.",
    "",
    "| Control | Severity | What must be true |",
    "| --- | --- | --- |",
    ...controls.map(({ id, severity, sentence }) => `| [${id}](#${id}) | ${severity} | ${cell(sentence)} |`),
    "",
    ...SEVERITIES.flatMap((severity) => {
      const those = controls.filter((control) => control.severity === severity);
      return those.length === 0 ? [] : [`## ${severity}`, "", ...those.flatMap(section)];
    }),
  ].join("\n");
