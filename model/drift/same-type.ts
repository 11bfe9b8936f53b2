/**
 * Whether the crawler may call a column so that DMS writes as the contract says. Parquet has one physical type for whole
 * numbers up to 32 bits and an annotation for their width and sign, which readers show or not:
 * https://github.com/apache/parquet-format/blob/master/LogicalTypes.md#numeric-types
 */
const UP_TO_32_BITS: ReadonlySet<string> = new Set(["tinyint", "smallint", "int"]);

/** The same in one spelling: lower case, no blanks; texts of limited length are texts. */
const spelled = (type: string): string =>
  type
    .toLowerCase()
    .replaceAll(/\s/g, "")
    .replace(/^integer$/, "int")
    .replace(/^(?:var)?char\(\d+\)$/, "string");

/**
 * @param declared type that files of the change table have
 * @param found type in the crawler's table
 */
export function isSameType(declared: string, found: string): boolean {
  const [ours, theirs] = [spelled(declared), spelled(found)];
  return ours === theirs || (UP_TO_32_BITS.has(ours) && UP_TO_32_BITS.has(theirs));
}
