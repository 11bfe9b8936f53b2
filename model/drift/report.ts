import type { Drift } from "./types";

const HEADLINES: Readonly<Record<Drift["kind"], string>> = {
  "changed-type": "type changed",
  "forbidden-column": "FORBIDDEN COLUMN IN THE LAKE",
  "missing-column": "column missing",
  "missing-table": "table missing",
  "new-column": "new column",
  "several-tables": "several tables for one",
  "unexpected-table": "unexpected table",
};

/** The differences for people: by file, what differs and what to edit. */
export function driftReport(drifts: readonly Drift[], sources: readonly string[]): string {
  if (drifts.length === 0) return `No drift: the crawler found what the contracts of ${sources.join(", ")} say.`;
  const files = [...new Set(drifts.map(({ file }) => file))];
  const blocks = files.map((file) => [file, ...drifts.filter((each) => each.file === file).map(lines)].join("\n"));
  return [...blocks, `${drifts.length} ${drifts.length === 1 ? "difference" : "differences"}`].join("\n\n");
}

function lines({ kind, source, table, column, declared, found, path, remedy }: Drift): string {
  const what = [source, table, ...(column === undefined ? [] : [column])].join(".");
  const sides = [
    ...(declared === undefined ? [] : [`contract ${declared}`]),
    ...(found === undefined ? [] : [`found ${found}`]),
  ];
  return [
    `  ${HEADLINES[kind]}: ${what}`,
    ...(sides.length === 0 ? [] : [`    ${sides.join(", ")}`]),
    `    ${path}: ${remedy}`,
  ].join("\n");
}
