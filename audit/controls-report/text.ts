import type { ControlReport, ControlResult, ControlStatus } from "../check/evaluate";
import { acceptedOf } from "../waivers/apply";

const STATUSES: readonly ControlStatus[] = ["failed", "waived", "undecided", "passed", "not applicable"];

/** How many controls have each status, for example `3 failed, 40 passed`. */
export const tally = ({ results }: ControlReport): string =>
  STATUSES.map((status) => [status, results.filter((result) => result.status === status).length] as const)
    .filter(([, count]) => count > 0)
    .map(([status, count]) => `${count} ${status}`)
    .join(", ");

function details({ undecided, waived }: ControlResult): readonly string[] {
  return [
    ...waived.map(
      ({ verdict: { place }, waiver }) =>
        `    waived until ${waiver.expires} by ${waiver.owner}: ${place.stack} ${place.address}\n      ${waiver.reason}`,
    ),
    ...undecided.map(
      (verdict) =>
        `    not said by the JSON: ${verdict.place.stack} ${verdict.place.address}${verdict.verdict === "pass" ? "" : `: ${verdict.found}`}`,
    ),
  ];
}

/** What waivers accept of the answers to readiness. */
const accepted = ({ waivers, today }: ControlReport): readonly string[] =>
  acceptedOf(waivers, today).flatMap(({ rules, table, expires, owner, reason, place }) => [
    `accepted        ${rules.join(", ")}${table === undefined ? "" : ` of ${table}`} until ${expires} by ${owner}: ${place.stack} ${place.address}`,
    `      ${reason}`,
  ]);

/** A report for a terminal: a line a control, what is waived or open below it, findings last. */
export function controlsAsText(report: ControlReport): string {
  const width = Math.max(...report.results.map(({ control }) => control.id.length));
  return [
    ...report.results.flatMap((result) => [
      `${result.status.padEnd(15)} ${result.control.id.padEnd(width)}  ${result.control.sentence}`,
      ...details(result),
    ]),
    ...accepted(report),
    "",
    ...report.findings.flatMap(({ severity, rule, subject, sentence, remedy, causes }) => [
      `${severity.toUpperCase()} ${rule}: ${subject}`,
      `  ${sentence}`,
      ...causes.map(({ file, pointer }) => `  at ${file}#${pointer}`),
      `  To mend it: ${remedy}`,
      "",
    ]),
    `${tally(report)}; ${report.findings.length} ${report.findings.length === 1 ? "finding" : "findings"}`,
  ].join("\n");
}
