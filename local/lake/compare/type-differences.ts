import { duckDbType } from "../../engine/athena-to-duckdb";
import { type Catalog, type CatalogColumn, nameOf } from "../catalog/types";
import type { Finding } from "../crawl/types";
import { readable } from "../files/types";
import type { Flow, TableName } from "../merge/flows";

/**
 * Columns that a current-state table declares with a type that cannot take what is merged into it as it is: Trino refuses
 * such a MERGE or rounds, where DuckDB converts. https://trino.io/docs/current/sql/merge.html
 */
export function typeDifferences(catalog: Catalog, flows: readonly Flow[]): readonly Finding[] {
  return flows.flatMap((flow) => {
    const [current, changes] = [catalog.iceberg, catalog.files].map((tables) => columnsOf(tables, flow));
    return (current ?? []).flatMap(({ name, type }): readonly Finding[] => {
      const merged = changes?.find((column) => column.name === name);
      if (merged === undefined || flow.computed.includes(name) || takes(type, merged.type)) return [];
      return [
        {
          table: nameOf(flow.current),
          found: `column ${name} is declared as ${type}, but what is merged into it is ${merged.type} in ${nameOf(flow.changes)}`,
          look: "the columns of both tables in the catalog",
        },
      ];
    });
  });
}

/** Columns of whichever table of a flow is among these. */
const columnsOf = (
  tables: readonly (TableName & { readonly columns: readonly CatalogColumn[] })[],
  { current, changes }: Flow,
): readonly CatalogColumn[] | undefined =>
  tables.find((table) => [current, changes].some((each) => nameOf(each) === nameOf(table)))?.columns;

const NAMES: Readonly<Record<string, string>> = { INT: "INTEGER", REAL: "FLOAT" };

function takes(declared: string, merged: string): boolean {
  const type = duckDbType(merged)
    .replace(/^(?:var)?char\(.*/, "varchar")
    .toUpperCase();
  return declared === merged || readable(declared, NAMES[type] ?? type);
}
