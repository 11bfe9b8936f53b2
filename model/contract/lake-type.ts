/** A column type on its way from the source to the two tables of the lake. */
export interface LakeType {
  /** Type in the change files as Glue and Athena read them (Hive names). */
  readonly raw: string;
  /** Type in the Iceberg table; Athena's Iceberg has no tinyint, smallint or char. */
  readonly curated: string;
  /**
   * What the files themselves say, as a crawler names it.
   * @default - `raw`
   */
  readonly inFiles?: string;
  /** Type that DMS must give the column, because its own choice would damage values. */
  readonly dmsType?: DmsType;
  /** Bytes that every value has. MySQL's log leaves out zeros at the end, which a query of the table has. */
  readonly bytes?: number;
  /** Whether DMS treats it as a large object, which it cuts at a limit. */
  readonly isLob?: true;
}

/**
 * A data type of a DMS transformation rule.
 * https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Reference.DataTypes.html
 */
export type DmsType =
  | { readonly type: "int4" | "int8" }
  | { readonly type: "numeric"; readonly precision: number; readonly scale: number };

/** Why a source type cannot be replicated as it is, and what to do. */
export interface RefusedType {
  readonly refused: string;
}
