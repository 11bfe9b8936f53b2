import type { PartitionField } from "../landscape/types";

/** Partitions that one Athena statement may write to: docs/decisions/0041-partitions-by-the-table-function.md. */
export const MOST_PARTITIONS = 100;

/** No bank's rows span more years; an estimate for the limit above. */
const YEARS = 50;

/** Curated types that Iceberg can put into buckets, as far as contracts have them. */
const BUCKETED = /^(?:int|bigint|decimal\(\d+,\d+\)|date|timestamp|string|binary)$/;

/** Curated types that have a year. */
const DATED = /^(?:date|timestamp)$/;

/** A transform in Iceberg's own spelling: https://iceberg.apache.org/spec/#partition-transforms */
export function icebergTransform(field: PartitionField): string {
  return field.transform === "bucket" ? `bucket[${field.buckets}]` : field.transform;
}

/** Name of a partition field, as Iceberg's own libraries choose it. */
export function partitionFieldName({ column, transform }: Pick<PartitionField, "column" | "transform">): string {
  return transform === "identity" ? column : `${column}_${transform}`;
}

/** Values that a source type can have, if they are few: the options of an enum, or true and false. */
function fewValues(sourceType: string): number | undefined {
  if (/^(?:boolean|bit\(1\))$/i.test(sourceType)) return 2;
  return /^enum\(/i.test(sourceType) ? sourceType.match(/'(?:[^']|'')*'/g)?.length : undefined;
}

/** How many partitions a field makes at most, rows without a value included; nothing where nobody can tell. */
export function mostPartitions(field: PartitionField, sourceType: string): number | undefined {
  switch (field.transform) {
    case "bucket":
      return field.buckets + 1;
    case "year":
      return YEARS + 1;
    case "identity": {
      const values = fewValues(sourceType);
      return values === undefined ? undefined : values + 1;
    }
  }
}

/** Whether a transform works on a curated type. */
export function canPartition({ transform }: Pick<PartitionField, "transform">, curated: string): boolean {
  if (transform === "bucket") return BUCKETED.test(curated);
  return transform === "identity" || DATED.test(curated);
}
