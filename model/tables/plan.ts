import { type CatalogColumn, curatedColumns, lakeColumns } from "../contract/lake-columns";
import { icebergTransform, partitionFieldName } from "../contract/partition";
import type { Source, TableContract } from "../landscape/types";
import { curatedDatabase } from "../names";
import { addColumn, changeColumn, dropColumn } from "../sql/ddl";

/** What a current-state table should be, with the statements that get it there from whatever it is. */
export interface TablePlan {
  readonly database: string;
  readonly table: string;
  readonly columns: readonly PlannedColumn[];
  /** Columns that are to go. */
  readonly drops: readonly { readonly name: string; readonly sql: string }[];
  readonly partitions: readonly PlannedPartition[];
}

/** A column that the table should have. */
export interface PlannedColumn extends CatalogColumn {
  /** Statement for a table without the column. */
  readonly add: string;
  /** Statement for a table whose column has another type or comment. */
  readonly change: string;
}

/** A field that new files are divided by. */
export interface PlannedPartition {
  readonly column: string;
  /** In Iceberg's spelling, for example `bucket[16]`. */
  readonly transform: string;
  readonly name: string;
}

/** The plan of a table. */
export function tablePlan(source: Source, table: TableContract): TablePlan {
  const database = curatedDatabase(source);
  return {
    database,
    table: table.name,
    columns: curatedColumns(lakeColumns(source, table)).map((column) => ({
      ...column,
      add: addColumn(database, table.name, column),
      change: changeColumn(database, table.name, column),
    })),
    drops: Object.keys(table.droppedColumns ?? {}).map((name) => ({
      name,
      sql: dropColumn(database, table.name, name),
    })),
    partitions: (table.partitionedBy ?? []).map((field) => ({
      column: field.column,
      transform: icebergTransform(field),
      name: partitionFieldName(field),
    })),
  };
}
