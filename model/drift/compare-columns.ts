import { changeColumns, lakeColumns } from "../contract/lake-columns";
import type { Source, TableContract } from "../landscape/types";
import { isSameType } from "./same-type";
import type { Drift, FoundTable } from "./types";

/** A difference before anybody knows which file to edit. `at` is the way from the table's contract to what to edit. */
export interface ColumnDrift extends Pick<Drift, "kind" | "column" | "declared" | "found" | "remedy"> {
  readonly at: readonly string[];
}

/** How the crawler names the folders of days. They are partition keys, and columns only in odd files. */
const PARTITION = /^partition_\d+$/;

/** What the columns of a contract and of the crawler's table of it differ in. */
export function compareColumns(source: Source, table: TableContract, found: FoundTable): readonly ColumnDrift[] {
  const columns = lakeColumns(source, table);
  const inFiles = new Map(columns.map((column) => [column.name, column.inFiles ?? column.raw]));
  const declared = changeColumns(columns).map(({ name, type }) => ({ name, type: inFiles.get(name) ?? type }));
  const byName = new Map(found.columns.map(({ name, type }) => [name.toLowerCase(), type]));
  const contract = new Map(Object.keys(table.columns).map((name) => [name.toLowerCase(), name]));
  const known = new Set(declared.map(({ name }) => name));
  return [
    ...declared.flatMap(({ name, type }): readonly ColumnDrift[] => {
      const theirs = byName.get(name);
      const own = contract.get(name);
      if (theirs === undefined) return [missing(name, type, own)];
      if (isSameType(type, theirs)) return [];
      return [changed(name, type, theirs, own)];
    }),
    ...[...byName]
      .filter(([name]) => !known.has(name) && !PARTITION.test(name))
      .map(([name, type]) => (contract.has(name) ? forbidden(name, type, contract.get(name)) : added(name, type))),
  ];
}

const column = (name: string | undefined): readonly string[] => ["columns", ...(name === undefined ? [] : [name])];

const missing = (name: string, type: string, own: string | undefined): ColumnDrift => ({
  kind: "missing-column",
  column: name,
  declared: type,
  at: column(own),
  remedy:
    own === undefined
      ? "restore DMS's own column: the S3 endpoint or the table mappings of the task have been changed outside Terraform"
      : `deliver \`${own}\` again at the source, or take it out of the contract as docs/operations.md describes`,
});

const changed = (name: string, declared: string, found: string, own: string | undefined): ColumnDrift => ({
  kind: "changed-type",
  column: name,
  declared,
  found,
  at: [...column(own), ...(own === undefined ? [] : ["type"])],
  remedy: `write the type that the source has now: files hold ${found}, the contract promises ${declared}; docs/operations.md says what a changed type takes`,
});

const added = (name: string, found: string): ColumnDrift => ({
  kind: "new-column",
  column: name,
  found,
  at: column(undefined),
  remedy: `add \`${name}\` with its type at the source (files hold ${found}), classification and description; or add it as \`forbidden\`, and DMS leaves it out`,
});

const forbidden = (name: string, found: string, own: string | undefined): ColumnDrift => ({
  kind: "forbidden-column",
  column: name,
  found,
  at: column(own),
  remedy: `tell data protection: files of the lake hold \`${name}\`, which is forbidden; deploy the table mappings again and have the files removed as docs/lake.md describes`,
});
