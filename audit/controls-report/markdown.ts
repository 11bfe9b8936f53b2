import type { ControlReport } from "../check/evaluate";
import type { Finding } from "../types";
import { acceptedOf } from "../waivers/apply";
import { tally } from "./text";

/** A text in a cell of a table. */
export const cell = (text: string): string => text.replaceAll("|", String.raw`\|`).replaceAll("\n", " ");

/** Findings as a table; empty without any. */
export const findingsTable = (findings: readonly Finding[]): readonly string[] =>
  findings.length === 0
    ? []
    : [
        "| Severity | Rule | Where | What | To mend it |",
        "| --- | --- | --- | --- | --- |",
        ...findings.map(
          ({ severity, rule, subject, sentence, remedy }) =>
            `| ${severity} | \`${rule}\` | \`${cell(subject)}\` | ${cell(sentence)} | ${cell(remedy)} |`,
        ),
      ];

/** What waivers accept of the answers to readiness; empty without any. */
function acceptedTable({ waivers, today }: ControlReport): readonly string[] {
  const accepted = acceptedOf(waivers, today);
  if (accepted.length === 0) return [];
  return [
    "## Accepted losses",
    "",
    "| Asked by readiness | Table | Where | Reason | Owner | Until |",
    "| --- | --- | --- | --- | --- | --- |",
    ...accepted.map(
      ({ rules, table, place, reason, owner, expires }) =>
        `| \`${rules.join(", ")}\` | ${table === undefined ? "" : `\`${cell(table)}\``} | \`${place.stack} ${place.address}\` | ${cell(reason)} | ${cell(owner)} | ${expires} |`,
    ),
    "",
  ];
}

/** A report for a pull request or a page of evidence. */
export function controlsAsMarkdown(report: ControlReport): string {
  const waived = report.results.flatMap(({ control, waived: list }) => list.map((each) => ({ control, ...each })));
  return [
    "# Controls",
    "",
    `On ${report.today}: ${tally(report)}.`,
    "",
    ...(report.findings.length === 0 ? ["No findings."] : findingsTable(report.findings)),
    "",
    "## Waived",
    "",
    ...(waived.length === 0
      ? ["Nothing."]
      : [
          "| Rule | Where | Reason | Owner | Until |",
          "| --- | --- | --- | --- | --- |",
          ...waived.map(
            ({ control, verdict: { place }, waiver }) =>
              `| \`${control.id}\` | \`${place.stack} ${place.address}\` | ${cell(waiver.reason)} | ${cell(waiver.owner)} | ${waiver.expires} |`,
          ),
        ]),
    "",
    ...acceptedTable(report),
  ].join("\n");
}
