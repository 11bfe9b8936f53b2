import type { Place } from "./place";
import type { DateProjection } from "./projection";

/** A column as the catalog declares it, in Hive's types. */
export interface CatalogColumn {
  readonly name: string;
  readonly type: string;
}

interface CatalogTable {
  readonly database: string;
  readonly name: string;
  readonly columns: readonly CatalogColumn[];
  readonly place: Place;
}

/** A table whose rows are kept here, in DuckDB, where AWS keeps Iceberg files. */
export interface IcebergTable extends CatalogTable {
  readonly kind: "iceberg";
}

/** A table over Parquet files that somebody else writes. */
export interface FileTable extends CatalogTable {
  readonly kind: "files";
  /** Nothing: all files below the table's place. */
  readonly partitions: Partitions | undefined;
}

/** How the files of a table are divided. */
export interface Partitions {
  readonly columns: readonly CatalogColumn[];
  /** One for each column; none when the catalog lists partitions, and it lists none. */
  readonly projections: readonly DateProjection[];
  /** `s3://bucket/folder/${column}/` @default - `location/column=value/` */
  readonly template: string | undefined;
}

/** What a catalog declares. */
export interface Catalog {
  readonly databases: readonly string[];
  readonly iceberg: readonly IcebergTable[];
  readonly files: readonly FileTable[];
  /** Tables that are not read here, and why: `trail.events: not Parquet (...)`. */
  readonly leftOut: readonly string[];
}

/** `database.table` */
export const nameOf = ({ database, name }: Pick<CatalogTable, "database" | "name">): string => `${database}.${name}`;
