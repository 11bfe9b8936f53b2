import { DatePattern } from "../catalog/date-pattern";
import { projectedValues } from "../catalog/projection";
import { type FileTable, nameOf } from "../catalog/types";
import type { Finding } from "./types";

/**
 * Partitions that are right today and will not be in a year: a range that ends, or that moves with the time and leaves
 * behind files of which a new load needs all.
 */
export function passing(table: FileTable, now: Date): readonly Finding[] {
  const later = new Date(now);
  later.setUTCFullYear(now.getUTCFullYear() + 1);
  return (table.partitions?.projections ?? []).flatMap((projection) => {
    const { column, format, range } = projection;
    const today = new DatePattern(format, nameOf(table)).format(now);
    const then = new DatePattern(format, nameOf(table)).format(later);
    if (!projectedValues(nameOf(table), projection, now).includes(today)) return [];
    const values = projectedValues(nameOf(table), projection, later);
    const finding = (words: string): readonly Finding[] => [
      {
        table: nameOf(table),
        found: `the range ${range} of ${column} ${words}`,
        look: `projection.${column}.range of the table`,
      },
    ];
    if (!values.includes(then)) return finding(`ends: files of ${then} will be in no partition`);
    return values.includes(today)
      ? []
      : finding(`moves: on ${then} the files of ${today} will be in no partition, and a load needs them all`);
  });
}
