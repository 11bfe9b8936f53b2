import Table from "cli-table3";
import type { AccessMatrix, BucketPath, Cell } from "../../audit/matrix/types";
import { readable } from "../../audit/output/tokens";

const PLAIN = { head: [], border: [] };

/** A table for the terminal, with lines that break between words. */
export function textTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  widths: readonly (number | null)[],
) {
  const table = new Table({ head: [...head], style: PLAIN, colWidths: [...widths], wordWrap: true });
  for (const row of rows) table.push([...row]);
  return table.toString();
}

/** Who reads which columns of which rows: the part of the matrix that most people ask for. */
export function readersText({ cells, principals, tables }: AccessMatrix): string {
  const names = new Map(principals.map((principal) => [principal.id, principal]));
  const columns = new Map(
    tables.map((table) => [`${table.catalog}.${table.database}.${table.name}`, table.columns.map(({ name }) => name)]),
  );
  const rows = cells
    .filter(({ permission, table }) => permission === "SELECT" && table !== undefined)
    .map((cell) => {
      const { principal, catalog, database = "", table = "", columns: shown } = cell;
      const hidden = (columns.get(`${catalog}.${database}.${table}`) ?? []).filter((name) => !shown.includes(name));
      const { account = "", name = principal, kind } = names.get(principal) ?? {};
      return [
        account,
        kind === "account" ? "(the account)" : name,
        `${database}.${table}`,
        shown.join(", "),
        shown.includes("*") ? "" : hidden.join(", "),
        rowsText(cell),
        decisionText(cell),
      ];
    });
  const head = ["account", "principal", "table", "columns", "not readable", "rows", "decision"];
  return textTable(head, rows, [null, null, null, 50, 26, 26, 12]);
}

const rowsText = ({ rows }: Cell): string => (rows.length === 0 ? "all" : rows.join(" or "));

const decisionText = ({ decision, reasons }: Pick<Cell, "decision" | "reasons">): string =>
  decision === "allowed" ? "allowed" : `undecided: ${reasons.map(readable).join("; ")}`;

/** Who reaches objects past Lake Formation. */
export function pathsText({ buckets }: AccessMatrix): string {
  const rows = buckets.map((path) => [
    path.bucket,
    path.principal,
    path.access,
    path.objects.join(", "),
    keyText(path),
    [...path.conditions.map(readable), decisionText(path)].join("; "),
  ]);
  return textTable(["bucket", "principal", "may", "objects", "key", "if"], rows, [null, 50, null, 24, 10, 50]);
}

const keyText = ({ key }: BucketPath): string => key?.decision ?? "none";
