import type { AccessMatrix } from "../matrix/types";
import { readable } from "../output/tokens";

const HEAD = [
  "principal",
  "kind",
  "account",
  "catalog",
  "table",
  "column",
  "classification",
  "permission",
  "rows",
  "grantable",
  "decision",
  "reasons",
  "causes",
] as const;

/** A value of a CSV file (RFC 4180). A text that a spreadsheet would take for a formula gets an apostrophe before it. */
export function csvValue(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/**
 * The access matrix by Lake Formation, a line for each principal, column and permission; a permission on a database, or on
 * tables whose columns are not known, has no column.
 */
export function matrixCsv({ principals, tables, cells }: AccessMatrix): string {
  const byId = new Map(principals.map((principal) => [principal.id, principal]));
  const classes = new Map(
    tables.flatMap(({ catalog, database, name, columns }) =>
      columns.map((column) => [`${catalog} ${database}.${name}.${column.name}`, column.tags["classification"] ?? ""]),
    ),
  );
  const lines = cells.flatMap((cell) => {
    const { catalog, database = "", table = "", columns, rows, reasons, causes } = cell;
    const principal = byId.get(cell.principal);
    const object = [database, table].filter((part) => part !== "").join(".");
    return (columns.length === 0 ? [""] : columns).map((column) => [
      cell.principal,
      principal?.kind ?? "",
      principal?.account ?? "",
      catalog,
      object,
      column,
      classes.get(`${catalog} ${object}.${column}`) ?? "",
      cell.permission,
      rows.join(" OR "),
      String(cell.grantable),
      cell.decision,
      reasons.join("; "),
      causes.map(({ file, pointer }) => `${file}#${pointer}`).join(" "),
    ]);
  });
  return [HEAD, ...lines]
    .map((line) => line.map((text) => csvValue(readable(text))).join(","))
    .join("\r\n")
    .concat("\r\n");
}
