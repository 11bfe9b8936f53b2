import type { Source } from "../../../model/landscape/types";
import { CUTOFF, sourceStatement } from "../../../model/reconciliation/statements";
import { first } from "../json";

/** A moment after all changes, so that reconciliation compares every row. */
export const AFTER_ALL = "2999-01-01 00:00:00";

/** What reconciliation asks the source about a table. */
export function figuresStatement(source: Source, table: string): string {
  const contract = first(source.tables.filter(({ name }) => name === table));
  return sourceStatement(source, contract).replaceAll(CUTOFF, AFTER_ALL);
}
