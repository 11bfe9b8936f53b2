/** What is never made although a source could hold it, one sentence each. */
export const LEFT_OUT: readonly string[] = [
  "Zero dates of MySQL, years before 1 or after 9999, and `infinity` as a moment: DMS or Athena has no room for them.",
  "The character U+0000: PostgreSQL cannot hold it.",
  "Negative zero: it is equal to zero for every engine, and told apart in files alone.",
  "Extremes of MySQL's four-byte `float`: the server rounds them when it prints them.",
  "Texts that end with a blank, and fixed lengths that are not filled: some engines pad, others strip.",
  "Keys that differ in case or accents alone: MySQL's usual collations hold them for the same.",
  "Large objects beyond the source's limit, which stop the task, or beyond 64 KiB, which only cost time.",
  "JSON in another form than the one that the engine prints, and numbers in it that need more than a double.",
  "Rows that leave `onlyRows` or enter it, and empty values in its columns: what DMS makes of them is nowhere written; nor do columns change that a contract calls immutable.",
  "Changes of primary keys: the contract says that they never change.",
  "Values of types that the lake refuses: a `forbidden` column of such a type is there, and empty.",
];
