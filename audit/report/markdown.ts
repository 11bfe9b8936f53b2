import type { Lineage, TableLineage } from "../lineage/types";
import type { AccessMatrix, Cell, Principal } from "../matrix/types";
import { readable } from "../output/tokens";
import { SEVERITIES } from "../types";

/** What a report is made of. */
export interface ReportInput {
  readonly matrix: AccessMatrix;
  readonly lineage: Lineage;
}

/** A text in a cell of a Markdown table. */
export const inCell = (text: string): string =>
  readable(text).replaceAll("\\", "\\\\").replaceAll("|", "\\|").replaceAll(/\s+/g, " ").replaceAll("<", "&lt;");

const table = (head: readonly string[], rows: readonly (readonly string[])[], empty: string): readonly string[] =>
  rows.length === 0
    ? [empty]
    : [
        `| ${head.join(" | ")} |`,
        `|${head.map(() => " --- ").join("|")}|`,
        ...rows.map((row) => `| ${row.map(inCell).join(" | ")} |`),
      ];

function readersSection({ principals, cells }: AccessMatrix): readonly string[] {
  const byId = new Map<string, Principal>(principals.map((principal) => [principal.id, principal]));
  const reads = (cell: Cell): boolean => cell.permission === "SELECT" && byId.get(cell.principal)?.kind !== "account";
  const rows = cells
    .filter(reads)
    .map(({ principal, catalog, database, table: name, columns, rows: only, decision }) => [
      byId.get(principal)?.name ?? principal,
      byId.get(principal)?.account ?? "",
      `${database ?? ""}.${name ?? ""}`,
      catalog,
      columns.join(", ") || "not known",
      only.join(" or ") || "all",
      decision,
    ]);
  return [
    "## Who reads what",
    "",
    ...table(["Who", "Account", "Table", "Catalog", "Columns", "Rows", "Decision"], rows, "Nobody."),
  ];
}

function directSection({ principals, buckets }: AccessMatrix): readonly string[] {
  const names = new Map(principals.map(({ id, name }) => [id, name]));
  const rows = buckets.map(({ principal, bucket, access, objects, conditions, decision }) => [
    names.get(principal) ?? principal,
    bucket,
    access,
    objects.join(", "),
    conditions.join("; "),
    decision,
  ]);
  return [
    "## Who reaches files past Lake Formation",
    "",
    ...table(["Who", "Bucket", "May", "Objects", "Only if", "Decision"], rows, "Nobody."),
  ];
}

const breaksOf = ({ breaks, columns }: TableLineage) => [...breaks, ...columns.flatMap((column) => column.breaks)];

function lineageSection({ tables, unexplained, breaks }: Lineage): readonly string[] {
  const rows = tables.map((each) => [
    `${each.source.account} ${each.source.schema}.${each.source.table}`,
    each.path?.url ?? "unknown",
    each.files.map(({ database, name }) => `${database}.${name}`).join(", ") || "none",
    each.current === undefined ? "none" : `${each.current.database}.${each.current.name}`,
    each.columns
      .flatMap(({ source, steps }) => (steps.some(({ kind }) => kind === "dropped") ? [source?.name ?? ""] : []))
      .join(", "),
    breaksOf(each)
      .map(({ why }) => why)
      .join("; ") || "none",
  ]);
  return [
    "## Where tables come from",
    "",
    ...table(
      ["Source", "Folder", "Over the files", "Curated", "Dropped columns", "Broken hops"],
      rows,
      "No replication task.",
    ),
    "",
    ...[
      ...breaks.map(({ why }) => why),
      ...unexplained.map(({ table: { database, name }, why }) => `${database}.${name}: ${why}`),
    ].map((why) => `- ${inCell(why)}`),
  ];
}

function findingsSection({ findings }: AccessMatrix): readonly string[] {
  const rows = findings
    .toSorted((one, other) => SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity))
    .map(({ severity, sentence, remedy, causes }) => [
      severity,
      sentence,
      remedy,
      causes.map(({ file, pointer }) => `${file}#${pointer}`).join("; "),
    ]);
  return ["## Findings", "", ...table(["Severity", "What", "What to do", "Where"], rows, "None.")];
}

function openSection({ undecided, notEvaluated }: AccessMatrix): readonly string[] {
  const rows = [
    ...undecided.map(({ sentence, reason }) => [sentence, reason]),
    ...notEvaluated.map(({ type, why }) => [type, why]),
  ];
  return ["## What is not decided", "", ...table(["What", "Why"], rows, "Nothing.")];
}

/** The audit as Markdown, for pull requests and wikis. The same input gives the same text. */
export const markdownReport = ({ matrix, lineage }: ReportInput): string =>
  [
    "# Who may read what",
    "",
    ...findingsSection(matrix),
    "",
    ...readersSection(matrix),
    "",
    ...directSection(matrix),
    "",
    ...lineageSection(lineage),
    "",
    ...openSection(matrix),
    "",
  ].join("\n");
