const DECIMAL = /^decimal\((\d+),(\d+)\)$/;

/**
 * Whether an Iceberg column of one curated type may become the other, with all its values.
 * https://docs.aws.amazon.com/athena/latest/ug/querying-iceberg-evolving-table-schema.html
 */
export function widens(from: string, to: string): boolean {
  if (from === "int") return to === "bigint";
  if (from === "float") return to === "double";
  const [, precision, scale] = from.match(DECIMAL) ?? [];
  const [, wider, sameScale] = to.match(DECIMAL) ?? [];
  return scale !== undefined && scale === sameScale && Number(wider) > Number(precision);
}
