import type { Lineage } from "../../lineage/types";
import type { AccessMatrix, Cell, LakeTable } from "../../matrix/types";
import type { PageBucketPath, PageCell, PageKeyPath, PagePrincipal, PageTable } from "../data";
import type { Causes } from "./causes";
import type { TableIndex } from "./lineage";

export interface PageAccess {
  readonly principals: readonly PagePrincipal[];
  readonly tables: readonly PageTable[];
  readonly cells: readonly PageCell[];
  readonly buckets: readonly PageBucketPath[];
  readonly keys: readonly PageKeyPath[];
  readonly tableIndex: TableIndex;
}

const keyOf = (catalog: string, database: string, name: string): string => `${catalog} ${database}.${name}`;

/** Comments of columns, which the matrix does not need. */
function commentsOf(lineage: Lineage): ReadonlyMap<string, string> {
  const tables = [
    ...lineage.tables.flatMap(({ files, current }) => [...files, ...(current === undefined ? [] : [current])]),
    ...lineage.unexplained.map(({ table }) => table),
  ];
  return new Map(
    tables.flatMap(({ account, database, name, columns }) =>
      columns.map((column) => [`${keyOf(account, database, name)}.${column.name}`, column.comment] as const),
    ),
  );
}

/** Roles that somebody made for people before whole accounts and services; otherwise the order of the matrix. */
function peopleFirst({ principals, links }: AccessMatrix): (one: Cell, other: Cell) => number {
  const linked = new Set(links.map(({ account }) => account));
  const ranks = new Map(
    principals.map(({ id, kind, account = "" }) => [
      id,
      (kind === "role" || kind === "user" ? 0 : 2) + (linked.has(account) ? 0 : 1),
    ]),
  );
  return (one, other) => (ranks.get(one.principal) ?? 0) - (ranks.get(other.principal) ?? 0);
}

const indexOf = <T>(values: readonly T[], key: (value: T) => string): ReadonlyMap<string, number> =>
  new Map(values.map((value, index) => [key(value), index]));

/** The access matrix for the page. */
export function accessOf(causes: Causes, matrix: AccessMatrix, lineage: Lineage): PageAccess {
  const comments = commentsOf(lineage);
  const tables = indexOf(matrix.tables, ({ catalog, database, name }) => keyOf(catalog, database, name));
  const principals = indexOf(matrix.principals, ({ id }) => id);
  const columns = matrix.tables.map((table) => indexOf(table.columns, ({ name }) => name));
  const principalAt = (id: string): number => {
    const found = principals.get(id);
    if (found === undefined) throw new Error(`the matrix has no principal ${id}`);
    return found;
  };
  const toTable = ({ cause, columns: of, ...table }: LakeTable): PageTable => ({
    ...table,
    columns: of.map((column) => ({
      ...column,
      comment: comments.get(`${keyOf(table.catalog, table.database, table.name)}.${column.name}`) ?? "",
    })),
    causes: causes.indices([cause]),
  });
  const protects = new Map<string, Set<string>>();
  for (const { bucket, key } of matrix.buckets) {
    if (key !== undefined) protects.set(key.arn, (protects.get(key.arn) ?? new Set()).add(bucket));
  }
  return {
    tableIndex: (account, database, name) => tables.get(keyOf(account, database, name)),
    principals: matrix.principals.map((principal) => ({
      ...principal,
      assumedBy: principal.assumedBy.map((each) => causes.told(each)),
    })),
    tables: matrix.tables.map(toTable),
    cells: matrix.cells.toSorted(peopleFirst(matrix)).map(({ catalog, columns: names, ...cell }): PageCell => {
      const of = tables.get(keyOf(catalog, cell.database ?? "", cell.table ?? ""));
      return {
        ...causes.told(cell),
        principal: principalAt(cell.principal),
        ...(of === undefined ? {} : { of }),
        columns: of === undefined ? [] : names.flatMap((name) => columns[of]?.get(name) ?? []),
      };
    }),
    buckets: matrix.buckets.map((path) => ({ ...causes.told(path), principal: principalAt(path.principal) })),
    keys: matrix.keys.map((path) => ({
      ...causes.told(path),
      principal: principalAt(path.principal),
      protects: [...(protects.get(path.key) ?? [])].toSorted(),
    })),
  };
}
