import type { Source, TableContract } from "../landscape/types";
import { COMMIT_TIME_COLUMN, OPERATION_COLUMN, SEQUENCE_COLUMN } from "../replication/layout";
import { type Classification, highest } from "./classification";
import { acceptedLakeType, type LakeType } from "./column-types";
import { isMicroseconds } from "./microseconds";

/** A column that reaches the lake. */
export interface LakeColumn extends LakeType {
  readonly name: string;
  readonly classification: Classification;
  readonly description: string;
}

/** A column as the Glue Data Catalog declares it. */
export interface CatalogColumn {
  readonly name: string;
  readonly type: string;
  readonly comment: string;
}

/** The columns of a table that reach the lake, in the order of the contract: all but the forbidden ones. */
export function lakeColumns(source: Source, table: TableContract): readonly LakeColumn[] {
  return Object.entries(table.columns)
    .filter(([, { classification }]) => classification !== "forbidden")
    .map(([name, { type, classification, description }]) => ({
      name: name.toLowerCase(),
      classification,
      description,
      ...acceptedLakeType(source.engine, type),
    }));
}

/**
 * Classification of the table itself, which columns inherit unless they have their own: the highest of its columns, so
 * that a column nobody has classified yet is hidden rather than shown.
 */
export function tableClassification(columns: readonly LakeColumn[]): Classification {
  return highest(columns.map(({ classification }) => classification));
}

/** What people must know to read such a column of the change table. */
const MICROSECONDS_NOTE = " (microseconds since 1970)";

type Described = Pick<LakeColumn, "classification" | "curated" | "description" | "raw">;

const comment = ({ classification, description }: Described): string => `[${classification}] ${description}`;

/** Comment of a column in the change table, the longest that the catalog has of it. */
export const changeComment = (column: Described): string =>
  `${comment(column)}${isMicroseconds(column) ? MICROSECONDS_NOTE : ""}`;

/** Columns of the current-state table. */
export function curatedColumns(columns: readonly LakeColumn[]): readonly CatalogColumn[] {
  return columns.map((column) => ({ name: column.name, type: column.curated, comment: comment(column) }));
}

/** Columns of the change table: what DMS adds, then the row. Catalog names are lower case; Parquet is read by name. */
export function changeColumns(columns: readonly LakeColumn[]): readonly CatalogColumn[] {
  return [
    { name: OPERATION_COLUMN.toLowerCase(), type: "string", comment: "I, U or D: insert, update or delete" },
    { name: COMMIT_TIME_COLUMN, type: "string", comment: "Commit time at the source, yyyy-MM-dd HH:mm:ss.SSSSSS" },
    {
      name: SEQUENCE_COLUMN,
      type: "string",
      comment: "Orders changes with equal commit time; empty for the first load",
    },
    ...columns.map((column) => ({ name: column.name, type: column.raw, comment: changeComment(column) })),
  ];
}
