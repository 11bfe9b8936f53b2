import { groupBy } from "../group";
import { readable } from "../output/tokens";
import type { AccessMatrix, BucketPath, Cell, KeyPath, Principal } from "./types";

/**
 * The matrix as lines for people who review a change: principal by principal, what it holds, without the causes. The same
 * matrix gives the same lines.
 * @returns lines by the account of the principals; those of services and of everybody by `others`
 */
export function matrixLines(matrix: AccessMatrix): ReadonlyMap<string, readonly string[]> {
  const cells = groupBy(matrix.cells, ({ principal }) => principal);
  const buckets = groupBy(matrix.buckets, ({ principal }) => principal);
  const keys = groupBy(matrix.keys, ({ principal }) => principal);
  const names = new Map(matrix.keys.map(({ key, name }) => [key, name]));
  const known = (text: string): string =>
    readable([...names].reduce((line, [arn, name]) => (line.includes(arn) ? line.replaceAll(arn, name) : line), text));
  const byAccount = groupBy(matrix.principals, ({ account }) => account ?? "others");
  return new Map(
    [...byAccount].map(([account, principals]) => [
      account,
      principals.flatMap((principal) => {
        const lines = [
          ...trustLines(principal),
          ...cellLines(cells.get(principal.id) ?? []),
          ...pathLines(buckets.get(principal.id) ?? []),
          ...keyLines(keys.get(principal.id) ?? []),
        ];
        return lines.length === 0 ? [] : [readable(principal.id), ...lines.map((line) => `  ${known(line)}`)];
      }),
    ]),
  );
}

const when = (conditions: readonly string[]): string =>
  conditions.length === 0 ? "" : ` when ${conditions.join("; ")}`;

const open = ({ decision, reasons }: Pick<Cell, "decision" | "reasons">): string =>
  decision === "allowed" ? "" : ` (undecided: ${reasons.join("; ")})`;

const trustLines = ({ assumedBy }: Principal): readonly string[] =>
  assumedBy.map(({ principal, conditions }) => `taken on by ${principal}${when(conditions)}`).toSorted();

/** What a permission is about. */
function extent(cell: Cell): string {
  const { catalog, database, table, location, tag, columns, rows, grantable } = cell;
  const place = [catalog, database, table, location, tag].filter((part) => part !== undefined).join(".");
  const which = columns.length === 0 ? "" : ` (${columns.join(", ")})`;
  const where = rows.length === 0 ? "" : ` where ${rows.join(" or ")}`;
  return `${place}${which}${where}${grantable ? ", to hand on" : ""}${open(cell)}`;
}

/** Permissions on the same columns and rows share a line. */
function cellLines(cells: readonly Cell[]): readonly string[] {
  return [...groupBy(cells, extent)]
    .map(([what, same]) => `${same.map(({ permission }) => permission).join(", ")} on ${what}`)
    .toSorted();
}

const pathLines = (paths: readonly BucketPath[]): readonly string[] =>
  [...groupBy(paths, (path) => `${path.objects.join(", ")} of ${path.bucket}${when(path.conditions)}${open(path)}`)]
    .map(([what, same]) => `${same.map(({ access }) => access).join(", ")} ${what}`)
    .toSorted();

const keyLines = (paths: readonly KeyPath[]): readonly string[] =>
  [...groupBy(paths, (path) => `key ${path.name}${when(path.conditions)}${open(path)}`)]
    .map(([what, same]) => `${same.map(({ access }) => access).join(", ")} with ${what}`)
    .toSorted();
